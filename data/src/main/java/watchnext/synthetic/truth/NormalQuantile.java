package watchnext.synthetic.truth;

/**
 * The quantile function of the standard normal: one uniform draw becomes one normal draw, so that
 * two draws from neighbouring uniforms stay neighbours. Acklam's rational approximation, relative
 * error below 1.2e-9 [acklam2003]. <i>Stateless.</i>
 */
final class NormalQuantile {

  private static final double LOW = 0.02425;

  private NormalQuantile() {}

  /** The point below which a standard normal lies with probability {@code p}, in (0, 1). */
  static double of(double p) {
    if (p < LOW) {
      return tail(StrictMath.sqrt(-2 * StrictMath.log(p)));
    }
    if (p > 1 - LOW) {
      return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - p)));
    }
    double q = p - 0.5;
    double r = q * q;
    double above = -3.969683028665376e+01;
    above = above * r + 2.209460984245205e+02;
    above = above * r - 2.759285104469687e+02;
    above = above * r + 1.383577518672690e+02;
    above = above * r - 3.066479806614716e+01;
    above = above * r + 2.506628277459239e+00;
    double below = -5.447609879822406e+01;
    below = below * r + 1.615858368580409e+02;
    below = below * r - 1.556989798598866e+02;
    below = below * r + 6.680131188771972e+01;
    below = below * r - 1.328068155288572e+01;
    return above * q / (below * r + 1);
  }

  private static double tail(double q) {
    double above = -7.784894002430293e-03;
    above = above * q - 3.223964580411365e-01;
    above = above * q - 2.400758277161838e+00;
    above = above * q - 2.549732539343734e+00;
    above = above * q + 4.374664141464968e+00;
    above = above * q + 2.938163982698783e+00;
    double below = 7.784695709041462e-03;
    below = below * q + 3.224671290700398e-01;
    below = below * q + 2.445134137142996e+00;
    below = below * q + 3.754408661907416e+00;
    return above / (below * q + 1);
  }
}
