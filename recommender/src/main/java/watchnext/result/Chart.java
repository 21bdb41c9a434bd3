package watchnext.result;

import java.util.List;
import watchnext.evaluation.Estimate;

/**
 * A plot, which the script of the HTML page draws; the other writers leave it out.
 * <i>Immutable.</i>
 *
 * @param kind "bars" (lying, with intervals), "columns", "lines" or "scatter"
 */
public record Chart(
    String title,
    String note,
    String kind,
    String xLabel,
    String yLabel,
    boolean logX,
    boolean logY,
    List<Series> series) {

  /** Takes an unmodifiable copy. */
  public Chart {
    series = List.copyOf(series);
  }

  /** One bar, lying, for each point that has a name. */
  public static Chart bars(String title, String value, List<Series> series) {
    return plain(title, "bars", "", value, series);
  }

  /** One column, standing, for each point that has a name. */
  public static Chart columns(String title, String xLabel, String yLabel, List<Series> series) {
    return plain(title, "columns", xLabel, yLabel, series);
  }

  /** Lines through the points. */
  public static Chart lines(String title, String xLabel, String yLabel, List<Series> series) {
    return plain(title, "lines", xLabel, yLabel, series);
  }

  /** Points alone. */
  public static Chart scatter(String title, String xLabel, String yLabel, List<Series> series) {
    return plain(title, "scatter", xLabel, yLabel, series);
  }

  private static Chart plain(
      String title, String kind, String xLabel, String yLabel, List<Series> series) {
    return new Chart(title, "", kind, xLabel, yLabel, false, false, series);
  }

  /** The same with a sentence below its title. */
  public Chart noting(String sentence) {
    return new Chart(title, sentence, kind, xLabel, yLabel, logX, logY, series);
  }

  /** The same on logarithmic axes, one or both. */
  public Chart log(boolean x, boolean y) {
    return new Chart(title, note, kind, xLabel, yLabel, x, y, series);
  }

  /** Points under one name. */
  public record Series(String name, List<Point> points) {

    /** Takes an unmodifiable copy. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point; {@code low} and {@code high} are its interval, equal to {@code y} when there is none.
   */
  public record Point(String label, double x, double y, double low, double high) {

    /** A place in the plane. */
    public static Point of(double x, double y) {
      return new Point("", x, y, y, y);
    }

    /** A named value. */
    public static Point of(String label, double y) {
      return new Point(label, 0, y, y, y);
    }

    /** A named value with its interval. */
    public static Point of(String label, Estimate estimate) {
      return estimate.hasInterval()
          ? new Point(label, 0, estimate.value(), estimate.low(), estimate.high())
          : of(label, estimate.value());
    }
  }
}
