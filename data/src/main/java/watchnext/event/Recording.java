package watchnext.event;

import watchnext.catalog.Catalog;

/**
 * A data set as it was found: who and what there is, and all that happened. Every source of data (a
 * public set, somebody's files, the simulated world) becomes one of these. <i>Immutable.</i>
 *
 * @param name what to call it in tables ("ml-latest-small", "world small")
 * @param catalog users and videos
 * @param events all events in order of time
 * @param rhythm how users come
 * @param licence the sentence under which the data may be used, empty for one's own
 */
public record Recording(
    String name, Catalog catalog, EventLog events, Rhythm rhythm, String licence) {

  /** How the users of a data set come: it decides when a new user is first asked about. */
  public enum Rhythm {
    /** They come back day after day. */
    DAILY,
    /** They enter most of what they ever say in one sitting, as in MovieLens. */
    BURSTS
  }
}
