package watchnext.feature;

import watchnext.require.Require;

/**
 * The videos a user watched well, oldest first, each once at its first good event, no longer than
 * the window that {@link FeatureState} keeps. What every retriever may know of a user.
 * <i>Immutable.</i>
 */
public final class History {

  /** Nothing watched yet. */
  public static final History EMPTY = new History(new int[0], new long[0]);

  private final int[] videos;
  private final long[] times;

  /**
   * Takes ownership of both arrays.
   *
   * @param videos video ordinals, oldest first
   * @param times seconds since 1970 of each, of the same length
   */
  History(int[] videos, long[] times) {
    this.videos = videos;
    this.times = times;
  }

  /**
   * A history of the given videos, for tests and for onboarding choices.
   *
   * @throws IllegalArgumentException when the lengths differ
   */
  public static History of(int[] videos, long[] times) {
    Require.that(
        videos.length == times.length,
        "videos and times must have one length, were %s and %s",
        videos.length,
        times.length);
    return new History(videos.clone(), times.clone());
  }

  /** Number of videos. */
  public int size() {
    return videos.length;
  }

  /** Ordinal of the video at {@code i}, 0 for the oldest. */
  public int video(int i) {
    return videos[i];
  }

  /** When the video at {@code i} was watched, seconds since 1970. */
  public long epochSecond(int i) {
    return times[i];
  }
}
