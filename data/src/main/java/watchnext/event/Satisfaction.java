package watchnext.event;

/**
 * What counts as "watched well", in one place: the label of retrieval and the relevance of the
 * evaluation.
 *
 * <p>A watch is long when it reaches {@value #LONG_WATCH_SECONDS} seconds, or the whole of a
 * shorter video (the {@code long_view} of the KuaiRand log); a rating is good from {@value
 * #GOOD_STARS} stars; a like always is. <i>Immutable.</i>
 */
public final class Satisfaction {

  /** Seconds that make a watch of a longer video a long one. */
  public static final double LONG_WATCH_SECONDS = 18;

  /** Stars from which a rating is good. */
  public static final double GOOD_STARS = 4;

  private Satisfaction() {}

  /** Whether {@code watchSeconds} of a video of {@code durationSeconds} (0: unknown) is long. */
  public static boolean isLongWatch(double watchSeconds, double durationSeconds) {
    double wanted =
        durationSeconds > 0 ? Math.min(LONG_WATCH_SECONDS, durationSeconds) : LONG_WATCH_SECONDS;
    return watchSeconds >= wanted;
  }

  /** Whether {@code stars} is a good rating. */
  public static boolean isGoodRating(double stars) {
    return stars >= GOOD_STARS;
  }
}
