package watchnext.benchmarks.paper.graph;

import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * Polynomials in the blur P of a {@link WatchGraph}, lowest power first: p₀ + p₁ P + p₂ P² and so
 * on. <i>Stateless.</i>
 */
final class Polynomials {

  private Polynomials() {}

  /**
   * What one step of the sharpening ds/dt = −P s makes of a signal: since the equation is linear, a
   * step of length h and of order m multiplies the signal by the first m + 1 terms of exp(−hP), 1 −
   * hP + (hP)²/2 − (hP)³/6 + (hP)⁴/24. Order 1 is Euler's method, 4 that of Runge and Kutta.
   *
   * @return m + 1 coefficients, or the 1 alone when {@code h} is 0
   */
  static double[] sharpening(double h, int order) {
    if (h == 0) {
      return new double[] {1};
    }
    double[] coefficients = new double[order + 1];
    coefficients[0] = 1;
    for (int k = 1; k <= order; k++) {
      coefficients[k] = coefficients[k - 1] * -h / k;
    }
    return coefficients;
  }

  /** The polynomial times P. */
  static double[] timesBlur(double[] polynomial) {
    double[] result = new double[polynomial.length + 1];
    System.arraycopy(polynomial, 0, result, 1, polynomial.length);
    return result;
  }

  /** The polynomial on every column of {@code signals}, by Horner's rule. */
  static Matrix apply(float[] polynomial, WatchGraph graph, Matrix signals, int threads) {
    int last = polynomial.length - 1;
    Matrix result = new Matrix(signals.rows(), signals.columns());
    add(polynomial[last], signals, result);
    for (int k = last - 1; k >= 0; k--) {
      result = graph.blur(result, threads);
      add(polynomial[k], signals, result);
    }
    return result;
  }

  private static void add(float factor, Matrix from, Matrix to) {
    if (factor != 0) {
      Kernels.BEST.axpy(factor, from.data(), 0, to.data(), 0, to.data().length);
    }
  }
}
