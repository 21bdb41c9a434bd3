package watchnext.task;

import watchnext.require.Require;

/**
 * Videos in descending order of score: what every recommender, however simple, answers, and all
 * that the evaluation sees of it.
 *
 * @param videos video ordinals, best first, each at most once
 * @param scores larger is better, of the same length, never ascending
 */
public record RankedList(int[] videos, float[] scores) {

  /** Nothing to recommend. */
  public static final RankedList EMPTY = new RankedList(new int[0], new float[0]);

  /** Checks lengths and order. */
  public RankedList {
    Require.that(
        videos.length == scores.length,
        "videos and scores must have one length, were %s and %s",
        videos.length,
        scores.length);
    for (int i = 1; i < scores.length; i++) {
      if (!(scores[i] <= scores[i - 1])) {
        throw new IllegalArgumentException(
            "scores must not ascend or be NaN, were " + scores[i - 1] + ", " + scores[i]);
      }
    }
  }

  /** Number of videos. */
  public int size() {
    return videos.length;
  }
}
