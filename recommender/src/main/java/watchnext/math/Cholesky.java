package watchnext.math;

/**
 * Solves A x = b for a symmetric, positive definite A through A = L Lᵀ, in place and in floats.
 *
 * <p>A is row-major with {@code n} columns; only its lower triangle is read, and L takes its place.
 * All inner loops run along rows. Cost: n³/6 multiplications to factor, n² to solve.
 * <i>Stateless.</i>
 */
public final class Cholesky {

  private static final Kernels KERNELS = Kernels.BEST;

  private Cholesky() {}

  /**
   * Replaces the lower triangle of {@code a} by L.
   *
   * @param a n × n values, row-major, from place 0
   * @throws ArithmeticException when A is not positive definite to the precision of a float
   */
  public static void factor(float[] a, int n) {
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int j = 0; j < i; j++) {
        int other = j * n;
        a[row + j] = (a[row + j] - KERNELS.dot(a, row, a, other, j)) / a[other + j];
      }
      float pivot = a[row + i] - KERNELS.dot(a, row, a, row, i);
      if (!(pivot > 0)) {
        throw new ArithmeticException(
            "a matrix to be factored must be positive definite, pivot " + i + " was " + pivot);
      }
      a[row + i] = (float) Math.sqrt(pivot);
    }
  }

  /**
   * Replaces {@code b} by the solution of L Lᵀ x = b.
   *
   * @param l what {@link #factor} left
   * @param b right-hand side, n values from {@code bOffset}
   */
  public static void solve(float[] l, int n, float[] b, int bOffset) {
    for (int i = 0; i < n; i++) {
      b[bOffset + i] = (b[bOffset + i] - KERNELS.dot(l, i * n, b, bOffset, i)) / l[i * n + i];
    }
    // The transposed half by rows of L: once x[i] is known, its column leaves the rest.
    for (int i = n - 1; i >= 0; i--) {
      float x = b[bOffset + i] / l[i * n + i];
      b[bOffset + i] = x;
      KERNELS.axpy(-x, l, i * n, b, bOffset, i);
    }
  }
}
