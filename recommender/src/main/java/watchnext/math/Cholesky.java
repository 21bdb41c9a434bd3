package watchnext.math;

/**
 * Solves A x = b for a symmetric, positive semidefinite A through A = L Lᵀ, in place and in floats.
 *
 * <p>A pivot is what is left of a_ii when the rows before it are taken off. One below 10⁻⁶ a_ii is
 * rounding: row i depends on those before it. Its pivot becomes ∞, so that every division by it
 * gives 0: the row is passed over and its unknown is 0. So a singular system that has solutions
 * gets one of them.
 *
 * <p>A is row-major with {@code n} columns; only its lower triangle is read, and L takes its place.
 * All inner loops run along rows. Cost: n³/6 multiplications to factor, n² to solve. Reference:
 * Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition, 10.3. <i>Stateless.</i>
 */
public final class Cholesky {

  private static final Kernels KERNELS = Kernels.BEST;

  /** Eight units in the last place of a float, relative to the diagonal. */
  private static final float ROUNDING = 1e-6f;

  /** No rounding makes a pivot so negative. */
  private static final float INDEFINITE = 0.01f;

  private Cholesky() {}

  /**
   * Replaces the lower triangle of {@code a} by L.
   *
   * @param a n × n values, row-major, from place 0
   * @throws ArithmeticException when a value is not finite, or A is far from positive semidefinite
   */
  public static void factor(float[] a, int n) {
    float[] diagonal = new float[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i * n + i];
    }
    factor(a, n, diagonal, 0);
  }

  /**
   * The same for what is left of a larger matrix when other rows were taken off.
   *
   * @param diagonal a_ii as it was before anything was taken off, n values from {@code offset}
   */
  static void factor(float[] a, int n, float[] diagonal, int offset) {
    for (int i = 0; i < n; i++) {
      int row = i * n;
      for (int j = 0; j < i; j++) {
        int other = j * n;
        a[row + j] = (a[row + j] - KERNELS.dot(a, row, a, other, j)) / a[other + j];
      }
      float pivot = a[row + i] - KERNELS.dot(a, row, a, row, i);
      float full = diagonal[offset + i];
      if (!(pivot >= -INDEFINITE * full && pivot < Float.POSITIVE_INFINITY)) {
        throw new ArithmeticException(
            "a matrix to be factored must be finite and positive semidefinite, pivot "
                + i
                + " was "
                + pivot);
      }
      a[row + i] = pivot > ROUNDING * full ? (float) Math.sqrt(pivot) : Float.POSITIVE_INFINITY;
    }
  }

  /**
   * Replaces {@code b} by the solution of L Lᵀ x = b.
   *
   * @param l what {@link #factor} left
   * @param b right-hand side, n values from {@code bOffset}
   */
  public static void solve(float[] l, int n, float[] b, int bOffset) {
    forward(l, n, b, bOffset);
    backward(l, n, b, bOffset);
  }

  /** Replaces {@code b} by the solution of L x = b. */
  static void forward(float[] l, int n, float[] b, int bOffset) {
    for (int i = 0; i < n; i++) {
      b[bOffset + i] = (b[bOffset + i] - KERNELS.dot(l, i * n, b, bOffset, i)) / l[i * n + i];
    }
  }

  /** Replaces {@code b} by the solution of Lᵀ x = b, by rows of L: x[i] leaves the rest. */
  static void backward(float[] l, int n, float[] b, int bOffset) {
    for (int i = n - 1; i >= 0; i--) {
      float x = b[bOffset + i] / l[i * n + i];
      b[bOffset + i] = x;
      KERNELS.axpy(-x, l, i * n, b, bOffset, i);
    }
  }
}
