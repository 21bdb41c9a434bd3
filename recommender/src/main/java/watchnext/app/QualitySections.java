package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Table;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.study.Comparisons;
import watchnext.study.ImpressionStudy;

/** How good every stage is, and the first pages of new users. <i>Immutable.</i> */
final class QualitySections {

  private final Findings findings;
  private final EvaluationReport report;
  private final List<List<String>> impressions;

  /**
   * Sections of what was found.
   *
   * @param impressions rows of {@link ImpressionStudy}; empty where nothing was shown in the data
   */
  QualitySections(Findings findings, List<List<String>> impressions) {
    this.findings = findings;
    this.report = findings.report();
    this.impressions = impressions;
  }

  Section section() {
    Table table =
        new Table(
            "Every stage on the test period",
            "95 % intervals in brackets, bootstrap over users.",
            ResultTable.header(),
            ResultTable.rows(report),
            List.of(0));
    Table compared =
        new Table(
            "Differences",
            "Paired: both rows are judged on the same users.",
            List.of("comparison"),
            Comparisons.sentences(report).stream().map(List::of).toList(),
            List.of(0));
    List<Table> tables = new ArrayList<>(List.of(table, compared));
    if (!EvaluationPrint.sliced(report).isEmpty()) {
      tables.add(
          new Table(
              EvaluationPrint.sliced(report) + " by slice",
              "New users arrived after the cut; new videos had no good watch before it.",
              EvaluationPrint.sliceHeader(report),
              EvaluationPrint.slices(report),
              List.of(0)));
    }
    if (!impressions.isEmpty()) {
      tables.add(
          new Table(
              "Rankers on impressions",
              ImpressionStudy.TITLE,
              ImpressionStudy.HEADER,
              impressions,
              List.of(0, 1)));
    }
    return new Section(
        "Quality",
        "",
        tables,
        Stream.of("ndcg@10", "recall@10", "recall@100", "coverage")
            .filter(report.row("random").metrics()::containsKey)
            .map(this::bars)
            .toList());
  }

  private Chart bars(String metric) {
    return Chart.bars(metric + " by stage", metric, points(report, metric));
  }

  /** A point for each row that has the metric. */
  private static List<Point> points(EvaluationReport report, String metric) {
    List<Point> points = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      Estimate estimate = row.metrics().get(metric);
      if (estimate != null) {
        points.add(Point.of(row.name(), estimate));
      }
    }
    return points;
  }

  /** Empty where nobody new came. */
  Section newUsers() {
    Optional<EvaluationReport> found = findings.newUsers();
    if (found.isEmpty()) {
      return new Section("New users", "No new user came in the test period.", List.of(), List.of());
    }
    EvaluationReport newUsers = found.orElseThrow();
    return new Section(
        "New users",
        newUsers.protocol(),
        List.of(
            new Table(
                "The first page",
                "95 % intervals in brackets, bootstrap over users.",
                ResultTable.header(),
                ResultTable.rows(newUsers),
                List.of(0)),
            new Table(
                "Differences of first pages",
                "Paired: both rows are judged on the same users.",
                List.of("comparison"),
                EvaluationPrint.newUserComparisons(newUsers).stream().map(List::of).toList(),
                List.of(0))),
        List.of(Chart.bars("ndcg@10 of the first page", "ndcg@10", points(newUsers, "ndcg@10"))));
  }
}
