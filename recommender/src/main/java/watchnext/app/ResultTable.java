package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.study.Comparisons;

/** The evaluation as text: one line a row, intervals in brackets. <i>Stateless.</i> */
final class ResultTable {

  private static final List<String> METRICS =
      List.of("recall@100", "recall@500", "recall@10", "ndcg@10", "coverage");

  private ResultTable() {}

  static List<String> header() {
    List<String> header = new ArrayList<>(List.of("name"));
    header.addAll(METRICS);
    header.add("ms/request");
    return header;
  }

  static List<List<String>> rows(EvaluationReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      for (String metric : METRICS) {
        line.add(cell(row.metrics(), metric));
      }
      line.add(String.format(Locale.ROOT, "%.2f", row.millisPerRequest()));
      rows.add(line);
    }
    return rows;
  }

  /** "0.1234 [0.1200, 0.1268]", or a dash where a row does not have the metric. */
  static String cell(Map<String, Estimate> metrics, String metric) {
    Estimate estimate = metrics.get(metric);
    if (estimate == null || Double.isNaN(estimate.value())) {
      return "-";
    }
    return estimate.hasInterval()
        ? String.format(
            Locale.ROOT, "%.4f [%.4f, %.4f]", estimate.value(), estimate.low(), estimate.high())
        : String.format(Locale.ROOT, "%.4f", estimate.value());
  }

  /**
   * "page against als, ndcg@10: +0.0123 [+0.0100, +0.0146], 1.31 times", or a dash where one of the
   * rows cannot have the metric, as recall@100 of fewer than 100 videos.
   */
  static String comparison(EvaluationReport report, String name, String baseline, String metric) {
    if (!report.row(name).metrics().containsKey(metric)
        || !report.row(baseline).metrics().containsKey(metric)) {
      return name + " against " + baseline + ", " + metric + ": -";
    }
    return Comparisons.sentence(report.compare(name, baseline, metric));
  }

  static List<ResultFile.Row> forFile(EvaluationReport report) {
    return report.rows().stream()
        .map(row -> ResultFile.Row.ours(row.name(), row.metrics(), row.millisPerRequest()))
        .toList();
  }
}
