package watchnext.math;

/**
 * Inverts a symmetric, positive definite matrix in place, by sweeping one block of columns after
 * the other.
 *
 * <p>A sweep over the block K with D = A_KK⁻¹ is, for all i, j outside of K,
 *
 * <pre>  A_ij ← A_ij − A_iK D A_Kj      A_iK ← A_iK D      A_KK ← −D</pre>
 *
 * <p>and keeps the matrix symmetric; after all blocks it holds −A⁻¹. Only the lower triangle is
 * worked on. Cost: n³/2 multiplications, all but n² b of them in one product of two panels of b
 * columns, and 2 n b floats beside the matrix. References: Beaton 1964; Goodnight, A Tutorial on
 * the SWEEP Operator, The American Statistician 1979 [goodnight1979]. <i>Stateless.</i>
 */
public final class SymmetricInverse {

  // Columns a sweep: a panel row of 1 KiB. Rows of the panel that stay in the cache together.
  private static final int BLOCK = 256;
  private static final int TILE = 64;

  private SymmetricInverse() {}

  /**
   * Replaces A by its inverse, both triangles.
   *
   * @param matrix A, n × n; only its lower triangle is read
   * @throws ArithmeticException when A is not positive definite to the precision of a float
   */
  public static void invert(Matrix matrix, int threads) {
    int n = matrix.rows();
    if (matrix.columns() != n) {
      throw new IllegalArgumentException(
          "a matrix to be inverted must be square, was " + n + " x " + matrix.columns());
    }
    for (int start = 0; start < n; start += BLOCK) {
      sweep(matrix, start, Math.min(BLOCK, n - start), threads);
    }
    float[] a = matrix.data();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i * n + j] = -a[i * n + j];
        a[j * n + i] = a[i * n + j];
      }
    }
  }

  private static void sweep(Matrix matrix, int start, int width, int threads) {
    int n = matrix.rows();
    float[] inverse = inverseOfBlock(matrix, start, width);
    float[] panel = panel(matrix, start, width);
    float[] swept = new float[n * width];
    ParallelRanges.run(
        n,
        TILE,
        threads,
        () ->
            (from, to) -> {
              for (int i = from; i < to; i++) {
                Kernels.BEST.dotRange(panel, i * width, inverse, 0, width, width, swept, i * width);
              }
            });
    ParallelRanges.run(
        n,
        TILE,
        threads,
        () -> {
          float[] products = new float[TILE];
          return (from, to) -> subtract(matrix, swept, panel, width, from, to, products);
        });
    store(matrix, start, width, swept, inverse);
  }

  /** A_ij ← A_ij − (A_iK D)(A_jK)ᵀ for the given rows, up to the diagonal. */
  private static void subtract(
      Matrix matrix, float[] swept, float[] panel, int width, int from, int to, float[] products) {
    float[] a = matrix.data();
    for (int tile = 0; tile < to; tile += TILE) {
      for (int i = Math.max(from, tile); i < to; i++) {
        int rows = Math.min(TILE, i + 1 - tile);
        Kernels.BEST.dotRange(swept, i * width, panel, tile * width, rows, width, products, 0);
        Kernels.BEST.axpy(-1, products, 0, a, matrix.offset(i) + tile, rows);
      }
    }
  }

  /** A_iK of every i as rows; zeros in K itself, so that the product leaves it alone. */
  private static float[] panel(Matrix matrix, int start, int width) {
    int n = matrix.rows();
    float[] a = matrix.data();
    float[] panel = new float[Math.multiplyExact(n, width)];
    for (int k = 0; k < width; k++) {
      for (int i = 0; i < start; i++) {
        panel[i * width + k] = a[(start + k) * n + i];
      }
    }
    for (int i = start + width; i < n; i++) {
      System.arraycopy(a, i * n + start, panel, i * width, width);
    }
    return panel;
  }

  private static void store(Matrix matrix, int start, int width, float[] swept, float[] inverse) {
    int n = matrix.rows();
    float[] a = matrix.data();
    for (int k = 0; k < width; k++) {
      int row = (start + k) * n;
      for (int i = 0; i < start; i++) {
        a[row + i] = swept[i * width + k];
      }
      for (int j = 0; j <= k; j++) {
        a[row + start + j] = -inverse[k * width + j];
      }
    }
    for (int i = start + width; i < n; i++) {
      System.arraycopy(swept, i * width, a, i * n + start, width);
    }
  }

  /** D, column by column of the identity; it is symmetric, so columns are rows. */
  private static float[] inverseOfBlock(Matrix matrix, int start, int width) {
    int n = matrix.rows();
    float[] l = new float[width * width];
    for (int k = 0; k < width; k++) {
      System.arraycopy(matrix.data(), (start + k) * n + start, l, k * width, k + 1);
    }
    Cholesky.factor(l, width);
    float[] inverse = new float[width * width];
    for (int k = 0; k < width; k++) {
      inverse[k * width + k] = 1;
      Cholesky.solve(l, width, inverse, k * width);
    }
    return inverse;
  }
}
