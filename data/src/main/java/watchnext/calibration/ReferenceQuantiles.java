package watchnext.calibration;

import java.util.List;
import watchnext.require.Require;

/**
 * A distribution of which only a few quantiles are published: the points (x, F(x)) that are known,
 * joined by straight lines in log x, which is a guess. Of values that equal a point half count as
 * below it, because the counts of a small world are coarser than the real ones. {@link
 * #distanceAtKnots} compares at the known points only and is what a check may lean on; {@link
 * #distanceBetweenKnots} leans on the guess. Below the first and above the last knot nothing is
 * known and nothing is compared. <i>Immutable.</i>
 *
 * @param knots at least one, ascending in both numbers
 */
public record ReferenceQuantiles(List<Knot> knots) {

  private static final int STEPS = 50;

  /**
   * A published quantile.
   *
   * @param x the value, above 0
   * @param share share of the population of at most {@code x}, in (0, 1)
   */
  public record Knot(double x, double share) {
    /** Checks the ranges. */
    public Knot {
      Require.that(x > 0, "x of a knot must be above 0, was %s", x);
      Require.that(share > 0 && share < 1, "share of a knot must be in (0, 1), was %s", share);
    }
  }

  /** Checks the order, and takes an unmodifiable copy. */
  public ReferenceQuantiles {
    knots = List.copyOf(knots);
    Require.that(!knots.isEmpty(), "knots must be at least 1, were 0");
    for (int k = 1; k < knots.size(); k++) {
      Knot below = knots.get(k - 1);
      Knot above = knots.get(k);
      Require.that(
          below.x() < above.x() && below.share() < above.share(),
          "knots must ascend in x and share, had %s before %s",
          below,
          above);
    }
  }

  /** The quantiles {@code x, share, x, share, …}. */
  static ReferenceQuantiles of(double... values) {
    Knot[] knots = new Knot[values.length / 2];
    for (int k = 0; k < knots.length; k++) {
      knots[k] = new Knot(values[2 * k], values[2 * k + 1]);
    }
    return new ReferenceQuantiles(List.of(knots));
  }

  /** Largest |F(x) − share| over the knots: Kolmogorov–Smirnov, at the known points. */
  public double distanceAtKnots(Distribution distribution) {
    double distance = 0;
    for (Knot knot : knots) {
      distance = Math.max(distance, Math.abs(distribution.middleShare(knot.x()) - knot.share()));
    }
    return distance;
  }

  /** Largest distance between the distribution and the lines from the first to the last knot. */
  public double distanceBetweenKnots(Distribution distribution) {
    double distance = distanceAtKnots(distribution);
    for (int k = 1; k < knots.size(); k++) {
      Knot from = knots.get(k - 1);
      Knot to = knots.get(k);
      for (int step = 1; step < STEPS; step++) {
        double part = (double) step / STEPS;
        double x = from.x() * Math.pow(to.x() / from.x(), part);
        double share = from.share() + part * (to.share() - from.share());
        distance = Math.max(distance, Math.abs(distribution.middleShare(x) - share));
      }
    }
    return distance;
  }
}
