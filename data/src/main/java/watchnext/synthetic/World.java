package watchnext.synthetic;

import java.util.function.Consumer;
import watchnext.catalog.Catalog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.require.Require;
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

  private static final int MOST_THREADS = 4;

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
    Truth truth = Truth.draw(config.extent(), config.fraudShare(), config.script(), seed);
    return new World(config, truth, CatalogMaker.make(truth));
  }

  /** The configuration it was made from. */
  public WorldConfig config() {
    return config;
  }

  /** Users and videos as a platform sees them, in order of sign-up and of upload. */
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

  /** The same people when they are asked at sign-up what they like. */
  public Onboarding onboarding() {
    return new Onboarding(truth);
  }

  /**
   * Plays the whole period under the logging policy, keeping nothing: for worlds larger than
   * memory.
   *
   * @param sink where events go, in order of time
   * @param threads how many threads serve users; the events do not depend on it
   * @param progress told of each day that is done
   */
  public void stream(EventSink sink, int threads, Consumer<String> progress) {
    Require.atLeast("threads", threads, 1);
    Extent extent = config.extent();
    new Recorder(config, truth, catalog, threads)
        .run(
            sink,
            until -> {
              long seconds = until - extent.startEpochSecond();
              if (seconds % Extent.DAY == 0) {
                long day = seconds / Extent.DAY;
                progress.accept("world " + config.name() + ": day " + day + " of " + extent.days());
              }
            });
  }

  /**
   * Plays the whole period like {@link #stream}, over a network that delays, repeats and loses.
   *
   * @param settings how badly events travel
   * @param sink where events arrive, in order of arrival
   * @param threads how many threads serve users
   * @param progress told of each day that is done
   */
  public void deliver(
      DeliverySettings settings, ArrivalSink sink, int threads, Consumer<String> progress) {
    Delivery delivery = new Delivery(settings, truth.seed(), sink);
    stream(delivery, threads, progress);
    delivery.finish();
  }

  /**
   * Plays the whole period under the logging policy and keeps the log.
   *
   * @param progress told of each day that is done
   */
  public Recording record(Consumer<String> progress) {
    EventLogBuilder log = new EventLogBuilder(catalog);
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    stream(EventSink.into(log), threads, progress);
    String licence = "Simulated data, free for any use.";
    return new Recording(
        "world " + config.name(), catalog, log.build(), Recording.Rhythm.DAILY, licence);
  }

  /** Whether a request of a log of this kind belongs to the uniformly random slice. */
  public static boolean isRandomPage(String requestId) {
    return requestId.startsWith(LogSink.RANDOM_PAGE);
  }
}
