package watchnext.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.require.Require;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, A = Σ λᵢ qᵢ qᵢᵀ, for any finite values:
 * Householder's reflections to a tridiagonal T, then the QL method with implicit shifts.
 *
 * <p>A is scaled by a power of two first, so that no square overflows. An entry beside the diagonal
 * of T counts as zero once it is below ε ‖T‖, which is where rounding keeps it; so repeated and
 * vanishing eigenvalues end as quickly as others. Wilkinson's shift converges for every T; if
 * rounding should ever hold it up, {@value #MOST_STEPS} steps end the search for an eigenvalue. The
 * vectors are products of reflections and rotations and therefore orthonormal in any case.
 *
 * <p>Cost: about 5 n³ multiplications, along rows. References: Golub and Van Loan, Matrix
 * Computations, 4th edition, 8.3; Wilkinson, Global convergence of tridiagonal QR algorithm with
 * origin shifts, Linear Algebra and its Applications 1968. <i>Immutable (the vectors must not be
 * written to).</i>
 */
public final class SymmetricEigen {

  /** Steps for one eigenvalue; two are usual. */
  private static final int MOST_STEPS = 60;

  private final int n;
  // Row-major; beside the diagonal of row k the reflection that cleared it, later all of Q.
  private final double[][] a;
  private final double[] diagonal;
  // beside[i] joins i and i + 1.
  private final double[] beside;
  private final double[][] axes;

  private SymmetricEigen(double[][] scaled) {
    this.n = scaled.length;
    this.a = scaled;
    this.diagonal = new double[n];
    this.beside = new double[n];
    this.axes = new double[n][n];
  }

  /**
   * Decomposes a matrix.
   *
   * @param matrix n × n, both triangles; not changed
   * @return eigenvalues in descending order
   * @throws IllegalArgumentException when the matrix is not square or a value is not finite
   */
  public static Result of(double[][] matrix) {
    int exponent = exponent(matrix);
    double[][] scaled = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      scaled[i] = matrix[i].clone();
      for (int j = 0; j < matrix.length; j++) {
        scaled[i][j] = Math.scalb(scaled[i][j], -exponent);
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(scaled);
    eigen.tridiagonalise();
    eigen.accumulate();
    eigen.diagonalise();
    return eigen.sorted(exponent);
  }

  /**
   * What was found.
   *
   * @param values n eigenvalues, descending
   * @param vectors row i is the unit vector that belongs to value i
   */
  public record Result(double[] values, double[][] vectors) {}

  /** That of the largest value; scaled by it, all are below 2. */
  private static int exponent(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      Require.that(
          row.length == matrix.length,
          "a matrix must be square, was %s x %s",
          matrix.length,
          row.length);
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a matrix must hold finite values, held " + value);
        }
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest == 0 ? 0 : Math.getExponent(largest);
  }

  /** T = Hₙ₋₃ … H₀ A H₀ … Hₙ₋₃, where Hₖ = I − v vᵀ clears row k beyond its neighbour. */
  private void tridiagonalise() {
    double[] product = new double[n];
    for (int k = 0; k < n - 1; k++) {
      diagonal[k] = a[k][k];
      beside[k] = reflection(a[k], k + 1);
      double[] v = a[k];
      if (v[k + 1] == 0) {
        continue;
      }
      for (int i = k + 1; i < n; i++) {
        product[i] = dot(a[i], v, k + 1);
      }
      double half = dot(product, v, k + 1) / 2;
      add(-half, v, product, k + 1);
      for (int i = k + 1; i < n; i++) {
        add(-v[i], product, a[i], k + 1);
        add(-product[i], v, a[i], k + 1);
      }
    }
    if (n > 0) {
      diagonal[n - 1] = a[n - 1][n - 1];
    }
  }

  /**
   * Replaces x, the entries from {@code from} on, by v of length √2 with (I − v vᵀ) x = (α, 0, …);
   * by zeros when there is nothing to clear.
   *
   * @return α
   */
  private static double reflection(double[] x, int from) {
    double first = x[from];
    double rest = dot(x, x, from + 1);
    if (!(rest > Double.MIN_NORMAL)) {
      Arrays.fill(x, from, x.length, 0);
      return first;
    }
    double alpha = -Math.copySign(Math.sqrt(first * first + rest), first);
    x[from] = first - alpha;
    double scale = Math.sqrt(2 / (x[from] * x[from] + rest));
    for (int i = from; i < x.length; i++) {
      x[i] *= scale;
    }
    return alpha;
  }

  /** Axes become the columns of H₀ … Hₙ₋₃, as rows: the last reflection first. */
  private void accumulate() {
    for (int i = 0; i < n; i++) {
      axes[i][i] = 1;
    }
    for (int k = n - 2; k >= 0; k--) {
      double[] v = a[k];
      if (v[k + 1] != 0) {
        for (int i = k + 1; i < n; i++) {
          add(-dot(axes[i], v, k + 1), v, axes[i], k + 1);
        }
      }
    }
  }

  private void diagonalise() {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      norm = Math.max(norm, Math.abs(diagonal[i]) + Math.abs(beside[i]));
    }
    double zero = Math.ulp(1.0) * norm;
    for (int first = 0; first < n; first++) {
      int last = endOfBlock(first, zero);
      for (int step = 0; last > first && step < MOST_STEPS; step++) {
        step(first, last);
        last = endOfBlock(first, zero);
      }
      beside[first] = 0;
    }
  }

  /** The last row that is joined to {@code first}. */
  private int endOfBlock(int first, double zero) {
    int last = first;
    while (last < n - 1 && Math.abs(beside[last]) > zero) {
      last++;
    }
    return last;
  }

  /** One implicit QL step on a block, with the eigenvalue of its upper 2 × 2 corner as shift. */
  private void step(int first, int last) {
    double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
    double root = Math.copySign(Math.hypot(half, 1), half);
    double shift = diagonal[first] - beside[first] / (half + root);
    double x = diagonal[last] - shift;
    double bulge = beside[last - 1];
    for (int i = last - 1; i >= first; i--) {
      double length = Math.hypot(x, bulge);
      double c = length == 0 ? 1 : x / length;
      double s = length == 0 ? 0 : bulge / length;
      if (i < last - 1) {
        beside[i + 1] = length;
      }
      rotatePair(i, c, s);
      x = beside[i];
      if (i > first) {
        bulge = s * beside[i - 1];
        beside[i - 1] *= c;
      }
      rotate(axes[i + 1], axes[i], c, s);
    }
  }

  /** T ← G T Gᵀ in rows and columns i and i + 1, with G turning i + 1 towards i. */
  private void rotatePair(int i, double c, double s) {
    double upper = diagonal[i];
    double lower = diagonal[i + 1];
    double joint = beside[i];
    diagonal[i + 1] = c * c * lower + 2 * c * s * joint + s * s * upper;
    diagonal[i] = s * s * lower - 2 * c * s * joint + c * c * upper;
    beside[i] = c * s * (upper - lower) + (c * c - s * s) * joint;
  }

  /** (p, q) ← (c p + s q, c q − s p). */
  private static void rotate(double[] p, double[] q, double c, double s) {
    for (int k = 0; k < p.length; k++) {
      double old = p[k];
      p[k] = c * old + s * q[k];
      q[k] = c * q[k] - s * old;
    }
  }

  private Result sorted(int exponent) {
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -diagonal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = Math.scalb(diagonal[order[i]], exponent);
      vectors[i] = axes[order[i]];
    }
    return new Result(values, vectors);
  }

  private static double dot(double[] x, double[] y, int from) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = from;
    for (; i + 3 < x.length; i += 4) {
      sum0 += x[i] * y[i];
      sum1 += x[i + 1] * y[i + 1];
      sum2 += x[i + 2] * y[i + 2];
      sum3 += x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      sum0 += x[i] * y[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** y += α x. */
  private static void add(double alpha, double[] x, double[] y, int from) {
    for (int i = from; i < x.length; i++) {
      y[i] += alpha * x[i];
    }
  }
}
