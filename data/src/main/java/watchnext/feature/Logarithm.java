package watchnext.feature;

/**
 * The natural logarithm from a table: {@code log(2^e · m) = e · log 2 + log m}, with 2,048 values
 * of {@code log m} and a third-order correction (absolute error below 1e-11). A row of features
 * takes two dozen logarithms; these cost a few nanoseconds each and have the same bits on every
 * machine, which {@code Math.log} does not promise. <i>Stateless.</i>
 */
final class Logarithm {

  private static final int BITS = 11;
  private static final int STEPS = 1 << BITS;
  private static final double[] LOGS = new double[STEPS];
  private static final double LN2 = 0.6931471805599453;
  private static final long MANTISSA = (1L << 52) - 1;

  static {
    for (int k = 0; k < STEPS; k++) {
      LOGS[k] = StrictMath.log(1 + (double) k / STEPS);
    }
  }

  private Logarithm() {}

  /**
   * {@code log(1 + count)}, the scale on which counts are compared.
   *
   * @param count 0 or more
   */
  static double ofCount(double count) {
    return of(1 + count);
  }

  /**
   * {@code log x}.
   *
   * @param x positive, finite and not subnormal
   */
  static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) - 1023;
    int step = (int) ((bits & MANTISSA) >>> (52 - BITS));
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | (1023L << 52));
    double base = 1 + (double) step / STEPS;
    double rest = (mantissa - base) / base;
    return exponent * LN2 + LOGS[step] + rest * (1 - rest * (0.5 - rest / 3));
  }
}
