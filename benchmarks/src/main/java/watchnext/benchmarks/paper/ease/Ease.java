package watchnext.benchmarks.paper.ease;

import java.util.Arrays;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * What watching a video says about every other: row i of the weights is added to the scores of
 * whoever watched i. Weights may be negative, which is what sets it apart from neighbours by
 * similarity. Made by {@link EaseTrainer}.
 *
 * <p>Shape: n × n for n videos. <i>Immutable (the matrix must not be written to).</i>
 */
public final class Ease {

  private final Matrix weights;

  /**
   * A model of given weights.
   *
   * @param weights B, square, with zeros on the diagonal
   */
  Ease(Matrix weights) {
    this.weights = weights;
  }

  /** Number of videos. */
  public int size() {
    return weights.rows();
  }

  /** What watching {@code watched} adds to the score of {@code video}. */
  public float weight(int watched, int video) {
    return weights.get(watched, video);
  }

  /**
   * The score of every video: Σ over the history of its row. Cost: n additions a watch.
   *
   * @param history video ordinals, each once; those beyond the model's videos are passed over
   * @param count how many of {@code history} are used
   * @param out receives one value a video
   */
  public void score(int[] history, int count, float[] out) {
    Arrays.fill(out, 0, size(), 0f);
    for (int h = 0; h < count; h++) {
      if (history[h] < size()) {
        Kernels.BEST.axpy(1, weights.data(), weights.offset(history[h]), out, 0, size());
      }
    }
  }
}
