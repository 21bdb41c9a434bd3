package watchnext.simulation;

import java.util.function.Consumer;
import watchnext.event.Recording;

/**
 * Whoever decides what stands on a page: chance, a count, a model, a whole funnel, or the truth.
 *
 * <p><i>Confined: one visit at a time.</i>
 */
public interface Policy {

  /** Name for tables. */
  String name();

  /** The page for a visit: at most {@link Visit#pageSize} videos that may be shown, each once. */
  Choice choose(Visit visit);

  /**
   * What this policy is after a night over the log and its own events. One that learns nothing
   * stays as it is.
   *
   * @param past everything that happened before {@code cut}
   * @param cut seconds since 1970, a midnight
   * @param progress told about every step
   */
  default Policy retrained(Recording past, long cut, Consumer<String> progress) {
    return this;
  }
}
