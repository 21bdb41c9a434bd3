package watchnext.evaluation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import watchnext.require.Require;

/**
 * A number with its 95 % interval. A metric that has none (coverage: a resample of users always
 * shows fewer videos than all of them) carries {@link Double#NaN} as both ends; writers leave the
 * ends out then. <i>Immutable.</i>
 *
 * @param value the estimate itself, from all requests
 * @param low lower end, or NaN
 * @param high upper end, or NaN
 */
public record Estimate(double value, double low, double high) {

  /** Probability below the lower end, and above the upper one. */
  private static final double TAIL = 0.025;

  /** Checks that both ends are there or neither, and in order. */
  public Estimate {
    Require.that(
        Double.isNaN(low) == Double.isNaN(high) && !(low > high),
        "low must not be above high, and both or neither NaN, were %s, %s",
        low,
        high);
  }

  /** A number without an interval. */
  public static Estimate of(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /**
   * The percentile interval of resampled values: their 2.5 % and 97.5 % quantiles, interpolated.
   * Values that are NaN (a rare slice that a resample missed) are left out; fewer than two others
   * give no interval. Reference: Efron and Tibshirani, An Introduction to the Bootstrap, 1993
   * [efron1993].
   */
  public static Estimate ofResamples(double value, double[] resampled) {
    double[] sorted = Arrays.stream(resampled).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length < 2) {
      return of(value);
    }
    return new Estimate(value, quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  /**
   * The mean of a few independent figures, of seeds or of worlds, with Student's interval; one
   * figure alone gives none.
   */
  public static Estimate ofSample(double[] figures) {
    double mean = StatUtils.mean(figures);
    int n = figures.length;
    if (n < 2) {
      return of(mean);
    }
    double t = new TDistribution(n - 1).inverseCumulativeProbability(1 - TAIL);
    double half = t * Math.sqrt(StatUtils.variance(figures, mean) / n);
    return new Estimate(mean, mean - half, mean + half);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }
}
