package watchnext.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.SourceReport;
import watchnext.evaluation.SourceRow;

/** The sources of stage 1 as text, as a chart and as rows of a file. <i>Stateless.</i> */
final class SourcePrint {

  static final String TITLE = "What each source of candidates brings, means over requests:";
  static final String NOTE =
      "Found: share of the relevant videos. Alone: share that no other source found, lost without"
          + " it. Shared: share of its videos that another brought too. The union is the ceiling of"
          + " all later stages.";
  private static final String UNION = "union";
  private static final List<String> HEADER =
      List.of("source", "found", "found alone", "shared", "videos", "ms");

  private SourcePrint() {}

  static void print(SourceReport report, Terminal terminal) {
    terminal.print("");
    terminal.print(TITLE);
    terminal.table(HEADER, lines(report));
    EvaluationPrint.wrap(NOTE).forEach(terminal::print);
    terminal.print("");
    terminal.print("Overlap of the sources, mean Jaccard index:");
    terminal.table(overlapHeader(report), overlap(report));
  }

  private static List<List<String>> lines(SourceReport report) {
    List<List<String>> lines = new ArrayList<>();
    for (SourceRow row : report.rows()) {
      lines.add(
          List.of(
              row.name(),
              cell(row.found()),
              cell(row.foundAlone()),
              shared(row.shared()),
              String.format(Locale.ROOT, "%.0f", row.candidates()),
              String.format(Locale.ROOT, "%.3f", row.millis())));
    }
    lines.add(
        List.of(
            UNION,
            cell(report.ceiling()),
            "-",
            "-",
            String.format(Locale.ROOT, "%.0f", report.candidates()),
            String.format(Locale.ROOT, "%.3f", millis(report))));
    return lines;
  }

  /** A dash where the source brought no video that could be shared. */
  private static String shared(Estimate estimate) {
    return Double.isNaN(estimate.value())
        ? "-"
        : String.format(Locale.ROOT, "%.3f", estimate.value());
  }

  private static String cell(Estimate estimate) {
    return ResultTable.cell(Map.of("", estimate), "");
  }

  private static double millis(SourceReport report) {
    return report.rows().stream().mapToDouble(SourceRow::millis).sum();
  }

  private static List<String> overlapHeader(SourceReport report) {
    List<String> header = new ArrayList<>(List.of("source"));
    report.rows().forEach(row -> header.add(row.name()));
    return header;
  }

  private static List<List<String>> overlap(SourceReport report) {
    List<List<String>> lines = new ArrayList<>();
    for (int a = 0; a < report.rows().size(); a++) {
      List<String> line = new ArrayList<>(List.of(report.rows().get(a).name()));
      for (double share : report.jaccard()[a]) {
        line.add(String.format(Locale.ROOT, "%.3f", share));
      }
      lines.add(line);
    }
    return lines;
  }

  /** Both tables, for the report page. */
  static List<Table> tables(SourceReport report) {
    return List.of(
        new Table("Sources of candidates", NOTE, HEADER, lines(report), List.of(0)),
        new Table(
            "Overlap of the sources",
            "Mean Jaccard index of two sources' videos.",
            overlapHeader(report),
            overlap(report),
            List.of(0)));
  }

  /** Found at all and found alone, side by side. */
  static Chart chart(SourceReport report) {
    List<Point> found = new ArrayList<>();
    List<Point> alone = new ArrayList<>();
    for (SourceRow row : report.rows()) {
      found.add(Point.of(row.name(), row.found().value()));
      alone.add(Point.of(row.name(), row.foundAlone().value()));
    }
    found.add(Point.of(UNION, report.ceiling().value()));
    return new Chart(
        "Relevant videos found by each source",
        "",
        "bars",
        "",
        "share of the relevant videos",
        false,
        false,
        List.of(new Series("found", found), new Series("found by it alone", alone)));
  }

  /** "source two-tower" and so on; the union's row is the ceiling. */
  static List<ResultFile.Row> forFile(SourceReport report) {
    List<ResultFile.Row> rows = new ArrayList<>();
    for (SourceRow row : report.rows()) {
      Map<String, Estimate> metrics = new LinkedHashMap<>();
      metrics.put("found", row.found());
      metrics.put("foundAlone", row.foundAlone());
      metrics.put("shared", row.shared());
      metrics.put("candidates", Estimate.of(row.candidates()));
      rows.add(ResultFile.Row.ours("source " + row.name(), metrics, row.millis()));
    }
    rows.add(
        ResultFile.Row.ours(
            "source " + UNION,
            Map.of("found", report.ceiling(), "candidates", Estimate.of(report.candidates())),
            millis(report)));
    return rows;
  }
}
