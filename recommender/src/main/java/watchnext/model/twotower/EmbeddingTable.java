package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.math.Kernels;

/**
 * Rows of learnt vectors, of which a step reads and changes only those it met: its cost does not
 * depend on how many rows there are.
 *
 * <p>Row-wise Adagrad: {@code G += mean(g^2)}, {@code w -= rate * g / sqrt(G)}, with one
 * accumulator a row, so the optimizer adds 1 / dimension to the memory. Reference: Duchi et al.,
 * Adaptive Subgradient Methods, JMLR 2011 [duchi2011].
 *
 * <p>Shape: rows × dimension, row-major. <i>Confined: one thread at a time, which may set others to
 * work.</i>
 */
final class EmbeddingTable {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final float EPSILON = 1e-10f;

  private final int rows;
  private final int dimension;
  private final float[] weights;
  private final float[] squares;

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

  /** Sets a row to zeros. */
  void clear(int row) {
    Arrays.fill(weights, row * dimension, (row + 1) * dimension, 0);
  }

  /** The row-major values themselves. */
  float[] weights() {
    return weights;
  }

  /**
   * Copies the rows {@code met[from] … met[to - 1]} to the rows from {@code from} of {@code out}, a
   * row of zeros for each -1.
   */
  void copyRows(int[] met, int from, int to, float[] out) {
    for (int i = from; i < to; i++) {
      if (met[i] >= 0) {
        System.arraycopy(weights, met[i] * dimension, out, i * dimension, dimension);
      } else {
        Arrays.fill(out, i * dimension, (i + 1) * dimension, 0);
      }
    }
  }

  /** {@code out += alpha * row}. */
  void addTo(int row, float alpha, float[] out, int offset) {
    KERNELS.axpy(alpha, weights, row * dimension, out, offset, dimension);
  }

  /**
   * One step of Adagrad for the rows {@code met[from] … met[to - 1]}, each once; -1 for none. Calls
   * may run at once when none of their rows are the same.
   *
   * @param gradients of the met rows, row-major; the first of them begins at {@code offset}
   */
  void update(int[] met, int from, int to, float[] gradients, int offset, double rate) {
    float[] steps = steps(met, from, to, gradients, offset, rate);
    for (int i = from; i < to; i++) {
      if (steps[i - from] != 0) {
        int gradient = offset + (i - from) * dimension;
        KERNELS.axpy(steps[i - from], gradients, gradient, weights, met[i] * dimension, dimension);
      }
    }
  }

  /**
   * Takes the rows' gradients into their accumulators; returns what each gradient is multiplied by,
   * 0 for a row that stays.
   */
  private float[] steps(int[] met, int from, int to, float[] gradients, int offset, double rate) {
    float[] steps = new float[to - from];
    for (int i = from; i < to; i++) {
      steps[i - from] = met[i] < 0 ? 0 : squares[met[i]];
    }
    for (int i = from; i < to; i++) {
      int at = offset + (i - from) * dimension;
      float norm = KERNELS.dot(gradients, at, gradients, at, dimension);
      if (met[i] < 0 || norm == 0) {
        steps[i - from] = 0;
      } else {
        float sum = steps[i - from] + norm / dimension;
        squares[met[i]] = sum;
        steps[i - from] = (float) (-rate / Math.sqrt(sum + EPSILON));
      }
    }
    return steps;
  }
}
