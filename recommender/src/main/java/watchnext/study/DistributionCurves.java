package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import watchnext.calibration.Distribution;
import watchnext.calibration.ReferenceQuantiles;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;

/** Distributions of a world as points of a chart. <i>Stateless.</i> */
final class DistributionCurves {

  /** The name of the world's series. */
  static final String OURS = "world";

  private static final String REAL = "KuaiRand-27K, published quantiles";
  private static final int POINTS = 160;
  private static final double HISTOGRAM_END = 1.5;
  private static final int BINS = 75;

  private DistributionCurves() {}

  /** F(x), beside what is published of it. */
  static Chart cumulative(
      String title,
      String xLabel,
      boolean logX,
      Distribution distribution,
      ReferenceQuantiles reference) {
    List<Point> ours = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double x = distribution.quantile((i + 0.5) / POINTS);
      if (x > 0) {
        ours.add(Point.of(x, distribution.shareUpTo(x)));
      }
    }
    List<Point> real =
        reference.knots().stream().map(knot -> Point.of(knot.x(), knot.share())).toList();
    return Chart.lines(
            title, xLabel, "share", List.of(new Series(OURS, ours), new Series(REAL, real)))
        .noting("Share of at most x.")
        .log(logX, false);
  }

  /** Values by rank, at ranks evenly spread on a logarithmic axis. */
  static List<Point> ranks(Distribution distribution) {
    List<Point> points = new ArrayList<>();
    int size = distribution.size();
    int last = 0;
    for (int i = 0; i <= POINTS; i++) {
      int rank = (int) Math.round(Math.pow(size, (double) i / POINTS));
      double value = distribution.value(size - rank);
      if (rank > last && value > 0) {
        points.add(Point.of(rank, value));
        last = rank;
      }
    }
    return points;
  }

  /** Shares of equal steps; steps without a value are left out. */
  static List<Point> histogram(Distribution distribution) {
    List<Point> points = new ArrayList<>();
    double width = HISTOGRAM_END / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      double to = (bin + 1) * width;
      double share = distribution.shareUpTo(to) - distribution.shareUpTo(bin * width);
      if (share > 0) {
        points.add(Point.of(to - width / 2, share));
      }
    }
    return points;
  }
}
