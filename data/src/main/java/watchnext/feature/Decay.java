package watchnext.feature;

/**
 * How a count is forgotten: after one half-life it weighs one half,
 *
 * <pre>weight(dt) = 2^(-dt / halfLife)</pre>
 *
 * <p>The power is taken from a table of 1,024 values with a second-order correction (relative error
 * below 1e-10), with the same bits on every machine, which {@code Math.pow} does not promise.
 * <i>Stateless.</i>
 */
final class Decay {

  private static final int STEPS = 1024;
  private static final double[] POWERS = new double[STEPS];
  private static final double LN2 = 0.6931471805599453;
  private static final double ALL_GONE = 1000;

  static {
    for (int k = 0; k < STEPS; k++) {
      POWERS[k] = StrictMath.pow(2, -(double) k / STEPS);
    }
  }

  private Decay() {}

  /**
   * What is left of 1 after {@code elapsedSeconds}; 1 when that is 0 or less.
   *
   * @param halfLifeSeconds positive; {@link Double#POSITIVE_INFINITY} never forgets
   */
  static double remaining(double halfLifeSeconds, long elapsedSeconds) {
    if (elapsedSeconds <= 0) {
      return 1;
    }
    double halvings = elapsedSeconds / halfLifeSeconds;
    if (halvings >= ALL_GONE) {
      return 0;
    }
    int whole = (int) halvings;
    double steps = (halvings - whole) * STEPS;
    int step = (int) steps;
    double rest = (steps - step) * (LN2 / STEPS);
    double scale = Double.longBitsToDouble((1023L - whole) << 52);
    return scale * POWERS[step] * (1 - rest + 0.5 * rest * rest);
  }
}
