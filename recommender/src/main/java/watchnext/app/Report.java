package watchnext.app;

import java.util.List;
import watchnext.evaluation.Estimate;

/**
 * What the report page shows, as plain data: sections of tables and charts. The page's own script
 * draws it. <i>Immutable.</i>
 *
 * @param title heading
 * @param lines what was run, on what, by which protocol
 * @param sections in order
 */
record Report(String title, List<String> lines, List<Section> sections) {

  /** Tables and charts under one heading. */
  record Section(String title, String note, List<Table> tables, List<Chart> charts) {}

  /**
   * A table; {@code text} numbers the columns that hold text rather than figures.
   *
   * @param text column numbers, from 0
   */
  record Table(
      String title,
      String note,
      List<String> header,
      List<List<String>> rows,
      List<Integer> text) {}

  /**
   * A chart.
   *
   * @param kind "bars" (lying, with intervals), "columns", "lines" or "scatter"
   */
  record Chart(
      String title,
      String note,
      String kind,
      String xLabel,
      String yLabel,
      boolean logX,
      boolean logY,
      List<Series> series) {

    /** One bar, lying, for each point that has a name. */
    static Chart bars(String title, String value, List<Point> points) {
      return new Chart(
          title, "", "bars", "", value, false, false, List.of(new Series(value, points)));
    }

    /** One column, standing, for each point that has a name. */
    static Chart columns(String title, String value, boolean logY, List<Point> points) {
      return new Chart(
          title, "", "columns", "", value, false, logY, List.of(new Series(value, points)));
    }

    /** Lines on plain axes. */
    static Chart lines(String title, String xLabel, String yLabel, List<Series> series) {
      return new Chart(title, "", "lines", xLabel, yLabel, false, false, series);
    }
  }

  /** Points under one name. */
  record Series(String name, List<Point> points) {}

  /**
   * A point; {@code low} and {@code high} are its interval, equal to {@code y} when there is none.
   */
  record Point(String label, double x, double y, double low, double high) {

    static Point of(double x, double y) {
      return new Point("", x, y, y, y);
    }

    static Point of(String label, double y) {
      return new Point(label, 0, y, y, y);
    }

    static Point of(String label, Estimate estimate) {
      return estimate.hasInterval()
          ? new Point(label, 0, estimate.value(), estimate.low(), estimate.high())
          : of(label, estimate.value());
    }
  }
}
