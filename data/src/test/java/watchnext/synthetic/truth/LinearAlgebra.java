package watchnext.synthetic.truth;

/** The little linear algebra that the tests of the truth need, in double and in the open. */
final class LinearAlgebra {

  private LinearAlgebra() {}

  /** Solves A x = b by elimination, for a positive definite A; both are overwritten. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double factor = a[j][i] / a[i][i];
        for (int k = i; k < n; k++) {
          a[j][k] -= factor * a[i][k];
        }
        b[j] -= factor * b[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        b[i] -= a[i][k] * b[k];
      }
      b[i] /= a[i][i];
    }
    return b;
  }

  /** Makes the rows orthonormal, one after the other (Gram and Schmidt). */
  static void orthonormalize(double[][] rows) {
    for (int d = 0; d < rows.length; d++) {
      for (int k = 0; k < d; k++) {
        add(rows[d], -dot(rows[d], rows[k]), rows[k]);
      }
      double length = Math.sqrt(dot(rows[d], rows[d]));
      for (int i = 0; i < rows[d].length; i++) {
        rows[d][i] /= length;
      }
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds {@code times} · {@code b} to {@code a}. */
  static void add(double[] a, double times, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += times * b[i];
    }
  }
}
