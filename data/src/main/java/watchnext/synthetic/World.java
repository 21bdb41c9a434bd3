package watchnext.synthetic;

import java.util.function.Consumer;
import watchnext.catalog.Catalog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.Truth;

/**
 * A simulated video platform: not a matrix of random numbers but people who answer pages. It gives
 * what real logs cannot, an answer to "what if we had shown something else?", and a truth to check
 * against.
 *
 * <ul>
 *   <li>{@link #record} plays the whole period under the logging policy and gives the log, the
 *       embedded default data set.
 *   <li>{@link #audience} gives the same people to any other policy, page by page.
 *   <li>{@link #truth} is what no platform sees; features and models must not read it.
 * </ul>
 *
 * <p>The same configuration and seed give the same bytes, on every machine. <i>Immutable.</i>
 */
public final class World {

  private final WorldConfig config;
  private final Truth truth;
  private final Catalog catalog;

  private World(WorldConfig config, Truth truth, Catalog catalog) {
    this.config = config;
    this.truth = truth;
    this.catalog = catalog;
  }

  /** The world of a configuration and a seed. */
  public static World of(WorldConfig config, long seed) {
    Truth truth = Truth.draw(config.extent(), seed);
    return new World(config, truth, CatalogMaker.make(truth));
  }

  /** The configuration it was made from. */
  public WorldConfig config() {
    return config;
  }

  /** Users and videos as a platform sees them; videos are in order of upload. */
  public Catalog catalog() {
    return catalog;
  }

  /** What is hidden. */
  public Truth truth() {
    return truth;
  }

  /** Number of videos that exist at an instant: ordinals below it can be shown. */
  public int videosAt(long epochSecond) {
    return truth.videos().availableAt(epochSecond);
  }

  /** The users at the beginning of the period, for one run of any policy. */
  public Audience audience() {
    return new Audience(config, truth);
  }

  /**
   * Plays the whole period under the logging policy, keeping nothing: for worlds larger than
   * memory.
   *
   * @param sink where events go, in order of time
   * @param progress told of each day that is done
   */
  public void stream(EventSink sink, Consumer<String> progress) {
    Recorder recorder = new Recorder(config, truth, catalog, audience());
    recorder.run(
        sink,
        (reached, extent) -> {
          long seconds = reached - extent.startEpochSecond();
          if (seconds % Extent.DAY == 0) {
            progress.accept(
                "world "
                    + config.name()
                    + ": day "
                    + seconds / Extent.DAY
                    + " of "
                    + extent.days());
          }
        });
  }

  /**
   * Plays the whole period under the logging policy and keeps the log.
   *
   * @param progress told of each day that is done
   */
  public Recording record(Consumer<String> progress) {
    EventLogBuilder log = new EventLogBuilder(catalog);
    stream(EventSink.into(log), progress);
    String licence = "Simulated data, free for any use.";
    return new Recording(
        "world " + config.name(), catalog, log.build(), Recording.Rhythm.DAILY, licence);
  }

  /** Whether a request of a log of this kind belongs to the uniformly random slice. */
  public static boolean isRandomPage(String requestId) {
    return requestId.startsWith(LogSink.RANDOM_PAGE);
  }
}
