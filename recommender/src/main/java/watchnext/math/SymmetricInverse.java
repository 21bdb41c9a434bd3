package watchnext.math;

import java.util.function.IntConsumer;
import watchnext.require.Require;

/**
 * Inverts a symmetric, positive semidefinite matrix in place, by sweeping one block of columns
 * after the other.
 *
 * <p>A sweep over the block K with D = A_KK⁻¹ is, for all i, j outside of K,
 *
 * <pre>  A_ij ← A_ij − A_iK D A_Kj      A_iK ← A_iK D      A_KK ← −D</pre>
 *
 * <p>and keeps the matrix symmetric; after all blocks it holds −A⁻¹. Only the lower triangle is
 * worked on. With A_KK = L Lᵀ and W = A_iK L⁻ᵀ the first is W Wᵀ and the second W L⁻¹: D itself,
 * whose values may be large, is in no sum. A row that depends on those before it, up to rounding,
 * is passed over ({@link Cholesky}) and is zero in the result, which is then a generalised inverse:
 * A G A = A. Cost: n³/2 multiplications, all but n² b of them in the product of a panel of b
 * columns with itself, and n b floats beside the matrix. References: Beaton 1964; Goodnight, A
 * Tutorial on the SWEEP Operator, The American Statistician 1979 [goodnight1979]. <i>Stateless.</i>
 */
public final class SymmetricInverse {

  // Columns a sweep: a panel row of 1 KiB. Rows of the panel that stay in the cache together.
  private static final int BLOCK = 256;
  private static final int TILE = 64;

  private SymmetricInverse() {}

  /**
   * Replaces A by its inverse, or a generalised one, both triangles.
   *
   * @param matrix A, n × n; only its lower triangle is read
   * @throws ArithmeticException when a value is not finite, or A is far from positive semidefinite
   */
  public static void invert(Matrix matrix, int threads) {
    int n = matrix.rows();
    Require.that(
        matrix.columns() == n,
        "a matrix to be inverted must be square, was %s x %s",
        n,
        matrix.columns());
    float[] a = matrix.data();
    float[] diagonal = new float[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i * n + i];
    }
    for (int start = 0; start < n; start += BLOCK) {
      sweep(matrix, diagonal, start, Math.min(BLOCK, n - start), threads);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i * n + j] = -a[i * n + j];
        a[j * n + i] = a[i * n + j];
      }
    }
  }

  private static void sweep(Matrix matrix, float[] diagonal, int start, int width, int threads) {
    int n = matrix.rows();
    float[] l = factorOfBlock(matrix, diagonal, start, width);
    float[] panel = panel(matrix, start, width);
    forEachRow(n, threads, i -> Cholesky.forward(l, width, panel, i * width));
    ParallelRanges.run(
        n,
        TILE,
        threads,
        () -> {
          float[] products = new float[TILE];
          return (from, to) -> subtract(matrix, panel, width, from, to, products);
        });
    forEachRow(n, threads, i -> Cholesky.backward(l, width, panel, i * width));
    store(matrix, start, width, panel, inverse(l, width));
  }

  private static void forEachRow(int n, int threads, IntConsumer step) {
    ParallelRanges.run(
        n,
        TILE,
        threads,
        () ->
            (from, to) -> {
              for (int i = from; i < to; i++) {
                step.accept(i);
              }
            });
  }

  /** A_ij ← A_ij − W_i W_jᵀ for the given rows, up to the diagonal. */
  private static void subtract(
      Matrix matrix, float[] panel, int width, int from, int to, float[] products) {
    float[] a = matrix.data();
    for (int tile = 0; tile < to; tile += TILE) {
      for (int i = Math.max(from, tile); i < to; i++) {
        int rows = Math.min(TILE, i + 1 - tile);
        Kernels.BEST.dotRange(panel, i * width, panel, tile * width, rows, width, products, 0);
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

  /** L of A_KK. */
  private static float[] factorOfBlock(Matrix matrix, float[] diagonal, int start, int width) {
    int n = matrix.rows();
    float[] l = new float[width * width];
    for (int k = 0; k < width; k++) {
      System.arraycopy(matrix.data(), (start + k) * n + start, l, k * width, k + 1);
    }
    Cholesky.factor(l, width, diagonal, start);
    return l;
  }

  /** D, column by column of the identity; it is symmetric, so columns are rows. */
  private static float[] inverse(float[] l, int width) {
    float[] inverse = new float[width * width];
    for (int k = 0; k < width; k++) {
      inverse[k * width + k] = 1;
      Cholesky.solve(l, width, inverse, k * width);
    }
    return inverse;
  }
}
