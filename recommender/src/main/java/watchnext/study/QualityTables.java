package watchnext.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Column;
import watchnext.result.Field;
import watchnext.result.Measured;
import watchnext.result.Section;
import watchnext.result.Table;

/** How good every stage is, and the first pages of new users. <i>Stateless.</i> */
final class QualityTables {

  private static final String INTERVALS =
      "95 % intervals, bootstrap over users: both ends, or after ± the distance of the farther one.";
  private static final String PAIRED = "Paired: both rows are judged on the same users.";
  private static final int DIGITS = 4;

  private QualityTables() {}

  /** Every row on the test period, the questions the table is read for, and slices. */
  static Section section(EvaluationReport report) {
    List<Table> tables = new ArrayList<>();
    tables.add(rows("stages", "Every stage on the test period", report));
    tables.add(comparisons("comparisons", Comparisons.of(report)));
    String metric = sliced(report);
    if (!metric.isEmpty()) {
      tables.add(slices(report, metric));
    }
    List<Chart> charts =
        Stream.of("ndcg@10", "recall@10", "recall@100", "coverage")
            .filter(metrics(report)::contains)
            .map(name -> bars(name + " by stage", name, report))
            .toList();
    return new Section("Quality", "", tables, charts);
  }

  /** The first pages of users who came after the cut. */
  static Section newUsers(EvaluationReport report) {
    return new Section(
        "New users",
        report.protocol(),
        List.of(
            rows("newUsers", "The first page", report),
            comparisons("newUserComparisons", Comparisons.ofNewUsers(report))),
        List.of(bars("ndcg@10 of the first page", "ndcg@10", report)));
  }

  private static Table rows(String key, String title, EvaluationReport report) {
    return Table.measured(
        key,
        title,
        INTERVALS,
        report.rows().stream().map(QualityTables::measured).toList(),
        List.of(
            Column.number("recall@100", DIGITS),
            Column.number("recall@500", DIGITS),
            Column.number("recall@10", DIGITS),
            Column.number("ndcg@10", DIGITS),
            Column.number("coverage", DIGITS),
            Column.number("time", 2).in("ms")));
  }

  private static Measured measured(EvaluationRow row) {
    Map<String, Estimate> metrics = new LinkedHashMap<>(row.metrics());
    metrics.put("time", Estimate.of(row.millisPerRequest()));
    return new Measured(row.name(), metrics);
  }

  /** One paired difference a row. */
  static Table comparisons(String key, List<Comparison> comparisons) {
    return Table.of(
        key,
        "Differences",
        PAIRED,
        comparisons,
        Field.text("name", Comparison::name),
        Field.text("against", Comparison::baseline),
        Field.text("metric", Comparison::metric),
        Field.estimate("difference", DIGITS, Comparison::difference).signed(),
        Field.number("ratio", 2, comparison -> 1 + comparison.relative()),
        Field.text("verdict", QualityTables::verdict));
  }

  private static String verdict(Comparison comparison) {
    return comparison.isAbove() ? "above" : comparison.isBelow() ? "below" : "no clear difference";
  }

  /** What is told by slice: of the deepest list that the catalogue has room for; empty for none. */
  private static String sliced(EvaluationReport report) {
    return Stream.of("recall@100", "recall@10")
        .filter(metrics(report)::contains)
        .findFirst()
        .orElse("");
  }

  private static Set<String> metrics(EvaluationReport report) {
    return report.row("random").metrics().keySet();
  }

  private static Table slices(EvaluationReport report, String metric) {
    String prefix = metric + "/";
    return Table.measured(
        "slices",
        metric + " by slice",
        "New users arrived after the cut; new videos had no good watch before it.",
        report.rows().stream()
            .filter(row -> row.metrics().containsKey(metric))
            .map(row -> measured(row).part(prefix))
            .toList(),
        metrics(report).stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> Column.number(name.substring(prefix.length()), DIGITS))
            .toList());
  }

  /** A bar for each row that has the metric. */
  private static Chart bars(String title, String metric, EvaluationReport report) {
    List<Point> points = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      Estimate estimate = row.metrics().get(metric);
      if (estimate != null) {
        points.add(Point.of(row.name(), estimate));
      }
    }
    return Chart.bars(title, metric, List.of(new Series(metric, points)));
  }
}
