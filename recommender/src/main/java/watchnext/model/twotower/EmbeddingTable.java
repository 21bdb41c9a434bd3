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

  /** {@code out += alpha * row}. */
  void addTo(int row, float alpha, float[] out, int offset) {
    KERNELS.axpy(alpha, weights, row * dimension, out, offset, dimension);
  }

  /** One step of Adagrad on one row. */
  void update(int row, float[] gradient, int offset, float rate, float regularization) {
    float norm = KERNELS.dot(gradient, offset, gradient, offset, dimension);
    if (norm == 0) {
      return;
    }
    squares[row] += norm / dimension;
    float step = -rate / (float) Math.sqrt(squares[row] + EPSILON);
    int at = row * dimension;
    if (regularization > 0) {
      KERNELS.scale(1 - rate * regularization, weights, at, dimension);
    }
    KERNELS.axpy(step, gradient, offset, weights, at, dimension);
  }
}
