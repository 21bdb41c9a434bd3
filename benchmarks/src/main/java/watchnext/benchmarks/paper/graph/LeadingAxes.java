package watchnext.benchmarks.paper.graph;

import java.util.random.RandomGenerator;
import watchnext.math.Matrix;
import watchnext.math.PrincipalAxes;

/**
 * The leading eigenvectors of a symmetric matrix A without negative eigenvalues that is too large
 * to be written down, by the randomised subspace iteration: a block of random columns is multiplied
 * by A and made orthonormal again and again, until it spans what A stretches most.
 *
 * <p>A few columns more than wanted are carried along, since the last of a block are found worst.
 * Cost of a round for n rows and d columns: {@value #PRODUCTS} products with A and 1.5 n d²
 * multiplications. Reference: Halko, Martinsson and Tropp, Finding Structure with Randomness, SIAM
 * Review 2011 [halko2011]. <i>Stateless.</i>
 */
final class LeadingAxes {

  /** Columns beyond those that are wanted. */
  private static final int EXTRA = 32;

  /** Products with A between two times that the columns are made orthonormal. */
  private static final int PRODUCTS = 2;

  /** A matrix that is known by its products alone. */
  @FunctionalInterface
  interface Symmetric {
    /** A X, for X of any number of columns. */
    Matrix times(Matrix x);
  }

  private LeadingAxes() {}

  /**
   * Finds the axes.
   *
   * @param size n: rows of A
   * @param wanted how many axes
   * @param rounds how often the block is made orthonormal
   * @return n × wanted, columns orthonormal, the largest eigenvalue's first; a column of zeros
   *     where A has fewer
   */
  static Matrix of(
      Symmetric a, int size, int wanted, int rounds, int threads, RandomGenerator random) {
    Matrix block = new Matrix(size, Math.min(size, wanted + EXTRA));
    for (int i = 0; i < block.data().length; i++) {
      block.data()[i] = (float) random.nextGaussian();
    }
    for (int round = 0; round < rounds; round++) {
      for (int product = 0; product < PRODUCTS; product++) {
        block = a.times(block);
      }
      makeOrthonormal(block, threads);
    }
    return firstColumns(block, wanted);
  }

  /** Columns become orthogonal, the longest first, and then of length one. */
  private static void makeOrthonormal(Matrix block, int threads) {
    float[] squaredLengths = PrincipalAxes.align(block, threads);
    // Rounding leaves something of a column that is none: it would be blown up to length one.
    double least = 1e-10 * squaredLengths[0];
    float[] scales = new float[squaredLengths.length];
    for (int c = 0; c < scales.length; c++) {
      scales[c] = squaredLengths[c] > least ? (float) (1 / Math.sqrt(squaredLengths[c])) : 0;
    }
    float[] values = block.data();
    for (int r = 0; r < block.rows(); r++) {
      for (int c = 0; c < scales.length; c++) {
        values[block.offset(r) + c] *= scales[c];
      }
    }
  }

  private static Matrix firstColumns(Matrix block, int wanted) {
    Matrix result = new Matrix(block.rows(), wanted);
    int kept = Math.min(wanted, block.columns());
    for (int r = 0; r < block.rows(); r++) {
      System.arraycopy(block.data(), block.offset(r), result.data(), result.offset(r), kept);
    }
    return result;
  }
}
