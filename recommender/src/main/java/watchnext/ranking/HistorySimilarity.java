package watchnext.ranking;

import java.util.List;
import watchnext.feature.History;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * How much a video resembles what the user watched last: the largest and the mean inner product of
 * its vector with those of the latest good watches. The largest answers "more of the same as one of
 * these", which an average over several interests hides. 0 without a history.
 *
 * <p>Shapes: videos × d, rows of length 1. Cost: {@code watches} · d multiply-adds a video.
 * <i>Immutable.</i>
 */
public final class HistorySimilarity implements PairScorer {

  private final Rows videoVectors;
  private final int watches;

  /**
   * Compares with the last {@code watches} videos.
   *
   * @param videoVectors one row of length 1 a video ordinal
   * @param watches how many of the user's good watches to compare with, at least 1
   */
  public HistorySimilarity(Matrix videoVectors, int watches) {
    this(Rows.of(videoVectors), watches);
  }

  /** The same over rows of which some were added since. */
  public HistorySimilarity(Rows videoVectors, int watches) {
    Require.atLeast("watches", watches, 1);
    this.videoVectors = videoVectors;
    this.watches = watches;
  }

  @Override
  public List<String> names() {
    return List.of("history.largestSimilarity", "history.meanSimilarity");
  }

  @Override
  public VideoScorer prepare(Asked asked) {
    int[] latest = latest(asked.history());
    return (video, out, offset) -> {
      float largest = latest.length == 0 ? 0 : Float.NEGATIVE_INFINITY;
      float sum = 0;
      for (int watched : latest) {
        float similarity = videoVectors.dot(video, watched);
        largest = Math.max(largest, similarity);
        sum += similarity;
      }
      out[offset] = largest;
      out[offset + 1] = sum / Math.max(1, latest.length);
    };
  }

  private int[] latest(History history) {
    int count = Math.min(watches, history.size());
    int[] videos = new int[count];
    for (int i = 0; i < count; i++) {
      videos[i] = history.video(history.size() - 1 - i);
    }
    return videos;
  }
}
