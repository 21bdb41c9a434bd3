package watchnext.synthetic.truth;

/**
 * The law of watching: how long somebody stays with a video of {@code d} seconds that gives a
 * satisfaction of {@code s}.
 *
 * <pre>
 *   with probability skip(s)                leaves within a few seconds: log-normal, median 2 s
 *   else with probability finish(s, d)      stays to the end, sometimes once or twice more
 *   else                                    leaves in between: w = a + (d − a) · U^b,  a = min(2, d/2)
 * </pre>
 *
 * <p>A mixture with a mass at each end, which is how watch times look; nothing is Gaussian about a
 * mean. {@code b} grows with the length, so that the share of a long video that is watched is
 * small. <i>Immutable.</i>
 */
public final class WatchLaw {

  private static final double SKIP_MEDIAN_SECONDS = 2.0;
  private static final double SKIP_SPREAD = 0.7;

  private WatchLaw() {}

  /** Probability of leaving at once. */
  static double skip(double s) {
    return 0.82 - 0.75 * s;
  }

  /** Probability of staying to the end, for those who do not leave at once. */
  static double finish(double s, double duration) {
    return 0.75 * s * Curves.decay(duration, 45);
  }

  private static double bend(double s, double duration) {
    return 0.5 + 1.3 * (1 - s) + duration / (duration + 60);
  }

  /**
   * Seconds watched.
   *
   * @param luck key of the draws of this watch
   */
  public static double watchSeconds(double s, double duration, long luck) {
    if (Luck.uniform(luck, 1) < skip(s)) {
      double seconds = SKIP_MEDIAN_SECONDS * StrictMath.exp(SKIP_SPREAD * Luck.normal(luck, 2));
      return Math.min(duration, seconds);
    }
    if (Luck.uniform(luck, 3) < finish(s, duration)) {
      return duration * (1 + replays(s, duration, luck));
    }
    double least = Math.min(2, duration / 2);
    double share = StrictMath.pow(Luck.uniform(luck, 4), bend(s, duration));
    return least + (duration - least) * share;
  }

  /** How much more than once: nothing, a part of a second time, rarely more. */
  private static double replays(double s, double duration, long luck) {
    double again = 0.3 * s * Curves.decay(duration, 60);
    double u = Luck.uniform(luck, 5);
    if (u >= again) {
      return 0;
    }
    return (u < again * again ? 1 : 0) + Luck.uniform(luck, 6);
  }

  /**
   * Probability of watching at least {@code seconds}; for {@code seconds} of at most the duration.
   */
  public static double reaches(double s, double duration, double seconds) {
    double finish = finish(s, duration);
    if (seconds >= duration) {
      return (1 - skip(s)) * finish + skip(s) * skipReaches(duration);
    }
    double least = Math.min(2, duration / 2);
    double share = Math.max(0, (seconds - least) / (duration - least));
    double partly = 1 - StrictMath.pow(share, 1 / bend(s, duration));
    return (1 - skip(s)) * (finish + (1 - finish) * partly) + skip(s) * skipReaches(seconds);
  }

  /** Tail of the log-normal by a logistic, near enough for an oracle (error below 0.01). */
  private static double skipReaches(double seconds) {
    double z = StrictMath.log(seconds / SKIP_MEDIAN_SECONDS) / SKIP_SPREAD;
    return 1 / (1 + StrictMath.exp(1.702 * z));
  }
}
