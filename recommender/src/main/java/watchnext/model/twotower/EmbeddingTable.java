package watchnext.model.twotower;

import java.util.random.RandomGenerator;
import watchnext.math.Kernels;

/**
 * Rows of learnt vectors, of which a step reads and changes only those it met: its cost does not
 * depend on how many rows there are.
 *
 * <p>Row-wise Adagrad: {@code G += mean(g^2)}, {@code w -= rate * (g / sqrt(G) + regularization *
 * w)}, with one accumulator a row, so the optimizer adds 1 / dimension to the memory. A row that is
 * not met is neither moved nor decayed ("lazy"). Reference: Duchi et al., Adaptive Subgradient
 * Methods, JMLR 2011 [duchi2011].
 *
 * <p>Shape: rows × dimension, row-major. <i>Confined: one thread at a time.</i>
 */
final class EmbeddingTable {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final float EPSILON = 1e-10f;

  private final int rows;
  private final int dimension;
  private final float[] weights;
  private final float[] squares;
  private float[] steps = new float[1024];

  /** A table of normal values of standard deviation {@code deviation}. */
  EmbeddingTable(int rows, int dimension, double deviation, RandomGenerator random) {
    this.rows = rows;
    this.dimension = dimension;
    this.weights = new float[Math.multiplyExact(rows, dimension)];
    this.squares = new float[rows];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
  }

  int rows() {
    return rows;
  }

  /** The row-major values themselves. */
  float[] weights() {
    return weights;
  }

  /** {@code out = row}. */
  void copyTo(int row, float[] out, int offset) {
    System.arraycopy(weights, row * dimension, out, offset, dimension);
  }

  /** {@code out += alpha * row}. */
  void addTo(int row, float alpha, float[] out, int offset) {
    KERNELS.axpy(alpha, weights, row * dimension, out, offset, dimension);
  }

  /**
   * One step of Adagrad.
   *
   * @param met the rows that were met, each once; -1 for none
   * @param gradients of the met rows, count × dimension, in the same order
   */
  void update(int[] met, int count, float[] gradients, double rate, double regularization) {
    steps = steps.length < count ? new float[count * 2] : steps;
    for (int i = 0; i < count; i++) {
      steps[i] = met[i] < 0 ? 0 : step(met[i], gradients, i * dimension, rate);
    }
    float kept = (float) (1 - rate * regularization);
    for (int i = 0; i < count; i++) {
      if (steps[i] != 0) {
        int at = met[i] * dimension;
        if (kept < 1) {
          KERNELS.scale(kept, weights, at, dimension);
        }
        KERNELS.axpy(steps[i], gradients, i * dimension, weights, at, dimension);
      }
    }
  }

  /** Takes a row's gradient into its accumulator; returns what the gradient is multiplied by. */
  private float step(int row, float[] gradients, int at, double rate) {
    float norm = KERNELS.dot(gradients, at, gradients, at, dimension);
    squares[row] += norm / dimension;
    return norm == 0 ? 0 : (float) (-rate / Math.sqrt(squares[row] + EPSILON));
  }
}
