package watchnext.simulation;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a policy is judged by. Most are the ratio of two counts, each summed over all users; the
 * others say how they are made. <i>Immutable.</i>
 */
public enum Metric {
  /** Seconds watched in a session: the figure that policies are put in order by. */
  WATCH_SECONDS_PER_SESSION("watchSecondsPerSession", Measure.WATCH_SECONDS, Measure.SESSIONS),
  /** Share of the shown videos that were opened. */
  CLICK_RATE("clickRate", Measure.CLICKS, Measure.IMPRESSIONS),
  /** Share of the ended sessions after whose last page the user came back within 24 hours. */
  RETURN_RATE("returnRate", Measure.RETURNS, Measure.LEAVES),
  /**
   * Where the policy stands between the oracle and chance in seconds watched per session:
   *
   * <pre>
   *   regret = (oracle − policy) / (oracle − random)        0 as good as the oracle, 1 as chance
   * </pre>
   */
  REGRET("regret"),
  /** Share of the catalogue that was shown at least once. No interval: resamples show less. */
  COVERAGE("coverage"),
  /** Good watches in a session. */
  GOOD_WATCHES_PER_SESSION("goodWatchesPerSession", Measure.GOOD_WATCHES, Measure.SESSIONS),
  /** Likes in a session. */
  LIKES_PER_SESSION("likesPerSession", Measure.LIKES, Measure.SESSIONS),
  /** Pages in a session. */
  PAGES_PER_SESSION("pagesPerSession", Measure.PAGES, Measure.SESSIONS),
  /** Share of the impressions given to videos uploaded at most three days before. */
  NEW_VIDEO_SHARE("newVideoShare", Measure.NEW_IMPRESSIONS, Measure.IMPRESSIONS),
  /** Number of sessions. */
  SESSIONS("sessions", Measure.SESSIONS),
  /** Number of videos opened. */
  CLICKS("clicks", Measure.CLICKS),
  /** Seconds watched by all users together. */
  WATCH_SECONDS("watchSeconds", Measure.WATCH_SECONDS),
  /** Number of likes. */
  LIKES("likes", Measure.LIKES);

  private final String label;
  private final Optional<Measure> above;
  private final Optional<Measure> below;

  Metric(String label) {
    this(label, Optional.empty(), Optional.empty());
  }

  Metric(String label, Measure count) {
    this(label, Optional.of(count), Optional.empty());
  }

  Metric(String label, Measure above, Measure below) {
    this(label, Optional.of(above), Optional.of(below));
  }

  Metric(String label, Optional<Measure> above, Optional<Measure> below) {
    this.label = label;
    this.above = above;
    this.below = below;
  }

  /** The name in tables and files. */
  public String label() {
    return label;
  }

  /**
   * The value for given sums of all counts; NaN for 0 / 0.
   *
   * @throws IllegalStateException when it does not follow from the policy's own counts
   */
  double of(ToDoubleFunction<Measure> sums) {
    Measure counted =
        above.orElseThrow(() -> new IllegalStateException(label + " is made of more than counts"));
    double count = sums.applyAsDouble(counted);
    return below.map(other -> count / sums.applyAsDouble(other)).orElse(count);
  }
}
