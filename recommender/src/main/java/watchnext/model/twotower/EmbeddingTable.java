package watchnext.model.twotower;

import java.util.random.RandomGenerator;
import watchnext.math.Kernels;
import watchnext.math.ParallelRanges;

/**
 * Rows of learnt vectors, of which a step reads and changes only those it met: its cost does not
 * depend on how many rows there are.
 *
 * <p>Row-wise Adagrad: {@code G += mean(g^2)}, {@code w -= rate * (g / sqrt(G) + regularization *
 * w)}, with one accumulator a row, so the optimizer adds 1 / dimension to the memory. A row that is
 * not met is neither moved nor decayed ("lazy"). Reference: Duchi et al., Adaptive Subgradient
 * Methods, JMLR 2011 [duchi2011].
 *
 * <p>Shape: rows × dimension, row-major. <i>Confined: one thread at a time, which may set others to
 * work.</i>
 */
final class EmbeddingTable {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final float EPSILON = 1e-10f;
  private static final int BLOCK = 512;

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
    update(met, count, gradients, rate, regularization, 1);
  }

  /** The same on some threads. */
  void update(
      int[] met, int count, float[] gradients, double rate, double regularization, int threads) {
    float kept = (float) (1 - rate * regularization);
    ParallelRanges.run(
        count,
        BLOCK,
        threads,
        () ->
            (from, to) -> {
              float[] steps = steps(met, from, to, gradients, rate);
              move(met, from, to, gradients, steps, kept);
            });
  }

  /**
   * Takes the rows' gradients into their accumulators; returns what each gradient is multiplied by,
   * 0 for a row that stays.
   */
  private float[] steps(int[] met, int from, int to, float[] gradients, double rate) {
    float[] steps = new float[to - from];
    for (int i = from; i < to; i++) {
      steps[i - from] = met[i] < 0 ? 0 : squares[met[i]];
    }
    for (int i = from; i < to; i++) {
      int at = i * dimension;
      float norm = KERNELS.dot(gradients, at, gradients, at, dimension);
      float sum = steps[i - from] + norm / dimension;
      if (met[i] >= 0) {
        squares[met[i]] = sum;
      }
      steps[i - from] =
          met[i] < 0 || norm == 0 ? 0 : (float) (-rate / Math.sqrt(sum + EPSILON));
    }
    return steps;
  }

  private void move(
      int[] met, int from, int to, float[] gradients, float[] steps, float kept) {
    for (int i = from; i < to; i++) {
      if (steps[i - from] != 0) {
        int at = met[i] * dimension;
        if (kept < 1) {
          KERNELS.scale(kept, weights, at, dimension);
        }
        KERNELS.axpy(steps[i - from], gradients, i * dimension, weights, at, dimension);
      }
    }
  }
}
