package watchnext.model.graph;

import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * Polynomials in the blur P of a {@link WatchGraph}, lowest power first: p₀ + p₁ P + p₂ P² and so
 * on. <i>Stateless.</i>
 */
final class Polynomials {

  private static final int ORDER = 4;

  private Polynomials() {}

  /**
   * What the sharpening ds/dt = −P s from 0 to {@code time} makes of a signal, in {@code steps}
   * equal steps of the method of Runge and Kutta: since the equation is linear, a step of length h
   * multiplies the signal by 1 − hP + (hP)²/2 − (hP)³/6 + (hP)⁴/24.
   *
   * @return 4 · steps + 1 coefficients, or the 1 alone when {@code time} is 0
   */
  static double[] sharpening(double time, int steps) {
    double[] all = {1};
    if (time == 0) {
      return all;
    }
    double[] step = new double[ORDER + 1];
    step[0] = 1;
    for (int k = 1; k <= ORDER; k++) {
      step[k] = step[k - 1] * -(time / steps) / k;
    }
    for (int i = 0; i < steps; i++) {
      all = product(all, step);
    }
    return all;
  }

  private static double[] product(double[] a, double[] b) {
    double[] result = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        result[i + j] += a[i] * b[j];
      }
    }
    return result;
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
