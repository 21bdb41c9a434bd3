package watchnext.ranking;

import java.util.List;
import watchnext.feature.History;
import watchnext.math.Kernels;
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
    float[] latest = latest(asked.history());
    int count = latest.length / videoVectors.columns();
    float[] similarities = new float[count];
    return (video, out, offset) -> {
      similarities(video, latest, similarities);
      float largest = count == 0 ? 0 : Float.NEGATIVE_INFINITY;
      float sum = 0;
      for (float similarity : similarities) {
        largest = Math.max(largest, similarity);
        sum += similarity;
      }
      out[offset] = largest;
      out[offset + 1] = sum / Math.max(1, count);
    };
  }

  private void similarities(int video, float[] latest, float[] out) {
    Kernels.BEST.dotRange(
        videoVectors.data(video),
        videoVectors.offset(video),
        latest,
        0,
        out.length,
        videoVectors.columns(),
        out,
        0);
  }

  /** The vectors of the latest watches side by side, so that one call compares with all of them. */
  private float[] latest(History history) {
    int count = Math.min(watches, history.size());
    int columns = videoVectors.columns();
    float[] rows = new float[count * columns];
    for (int i = 0; i < count; i++) {
      int video = history.video(history.size() - 1 - i);
      System.arraycopy(
          videoVectors.data(video), videoVectors.offset(video), rows, i * columns, columns);
    }
    return rows;
  }
}
