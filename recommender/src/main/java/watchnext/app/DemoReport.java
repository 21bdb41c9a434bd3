package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.event.Recording;
import watchnext.model.ranker.GbdtReport;
import watchnext.model.ranker.NeuralReport;
import watchnext.pipeline.Provenance;
import watchnext.pipeline.Rebuild;

/** Everything the demo found out, arranged for people to look at. <i>Confined: one demo.</i> */
final class DemoReport {

  private static final List<Integer> TEXT_PAGE = List.of(1, 2, 3, 6);
  private static final int IMPORTANCES = 20;

  private final Recording recording;
  private final Rebuild.Rebuilt rebuilt;
  private final Findings findings;
  private final CaseStudy study;
  private final EvaluationReport report;
  private final List<List<String>> impressions;
  private final List<ShownPage> pages;
  private final Terminal terminal;

  DemoReport(
      Recording recording,
      Rebuild.Rebuilt rebuilt,
      Findings findings,
      List<List<String>> impressions,
      List<ShownPage> pages,
      Terminal terminal) {
    this.recording = recording;
    this.rebuilt = rebuilt;
    this.findings = findings;
    this.study = findings.study();
    this.report = findings.report();
    this.impressions = impressions;
    this.pages = pages;
    this.terminal = terminal;
  }

  Report report() {
    return new Report(
        "WatchNext: " + recording.name(),
        lines(),
        List.of(
            quality(),
            sources(),
            newUsers(),
            funnel(),
            index(),
            popularity(),
            training(),
            people()));
  }

  private List<String> lines() {
    Provenance provenance = rebuilt.models().provenance();
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d users, %,d videos, %,d events. Seed %d, snapshot %s, commit %s.",
            recording.catalog().users().size(),
            recording.catalog().videos().size(),
            recording.events().size(),
            provenance.seed(),
            provenance.version(),
            provenance.commit()),
        "Machine: " + Machine.describe() + ".",
        report.protocol());
  }

  private Section quality() {
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
            EvaluationPrint.comparisons(report).stream().map(List::of).toList(),
            List.of(0));
    Table slices =
        new Table(
            "recall@100 by slice",
            "New users arrived after the cut; new videos had no good watch before it.",
            EvaluationPrint.sliceHeader(report),
            EvaluationPrint.slices(report),
            List.of(0));
    List<Table> tables = new ArrayList<>(List.of(table, compared, slices));
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
        List.of(bars("ndcg@10"), bars("recall@10"), bars("recall@100"), bars("coverage")));
  }

  private Chart bars(String metric) {
    List<Point> points = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      Estimate estimate = row.metrics().get(metric);
      if (estimate != null) {
        points.add(Point.of(row.name(), estimate));
      }
    }
    return new Chart(
        metric + " by stage",
        "",
        "bars",
        "",
        metric,
        false,
        false,
        List.of(new Series(metric, points)));
  }

  private Section sources() {
    return new Section(
        "Sources of candidates",
        "",
        SourcePrint.tables(findings.sources()),
        List.of(SourcePrint.chart(findings.sources())));
  }

  /** Empty where nobody new came. */
  private Section newUsers() {
    Optional<EvaluationReport> found = findings.newUsers();
    if (found.isEmpty()) {
      return new Section("New users", "No new user came in the test period.", List.of(), List.of());
    }
    EvaluationReport newUsers = found.orElseThrow();
    List<Point> points = new ArrayList<>();
    for (EvaluationRow row : newUsers.rows()) {
      points.add(Point.of(row.name(), row.metric("ndcg@10")));
    }
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
        List.of(
            new Chart(
                "ndcg@10 of the first page",
                "",
                "bars",
                "",
                "ndcg@10",
                false,
                false,
                List.of(new Series("ndcg@10", points)))));
  }

  private Section funnel() {
    List<Point> kept = new ArrayList<>();
    kept.add(Point.of("catalogue", recording.catalog().videos().size()));
    List<Point> micros = new ArrayList<>();
    List<List<String>> removed = new ArrayList<>();
    for (TraceSummary.Stage stage : study.traces().means()) {
      if (!stage.name().equals("explain")) {
        kept.add(Point.of(stage.name(), stage.kept()));
      }
      micros.add(Point.of(stage.name(), stage.micros()));
      for (Map.Entry<String, Double> why : stage.removed().entrySet()) {
        removed.add(
            List.of(
                stage.name(), why.getKey(), String.format(Locale.ROOT, "%.1f", why.getValue())));
      }
    }
    return new Section(
        "The funnel",
        "Means over the requests of the test period, on one core.",
        List.of(
            new Table(
                "Turned away per request",
                "",
                List.of("stage", "reason", "videos"),
                removed,
                List.of(0, 1))),
        List.of(
            columns("Videos after each stage", "videos", true, kept),
            columns("Time of each stage", "microseconds", false, micros)));
  }

  private static Chart columns(String title, String yLabel, boolean logY, List<Point> points) {
    return new Chart(
        title, "", "columns", "", yLabel, false, logY, List.of(new Series(yLabel, points)));
  }

  private Section index() {
    List<Series> series = IndexCurve.measure(recording, rebuilt, terminal);
    return new Section(
        "Recall against latency",
        "Nearest 100 videos of the users who were active last before the cut; one core, mean of"
            + " three passes. The exact search is the truth and the price.",
        List.of(),
        List.of(
            new Chart(
                "The index against exact search",
                "Each point is an effort ef.",
                "scatter",
                "microseconds per query",
                "recall@100",
                true,
                false,
                series)));
  }

  private Section popularity() {
    return new Section(
        "Popularity bias",
        "Whom the first ten places go to: videos grouped by their good watches before the cut.",
        List.of(),
        List.of(PopularityChart.of(recording, rebuilt.split().testFrom(), study.exposures())));
  }

  private Section training() {
    List<Point> loss = new ArrayList<>();
    List<Double> losses = rebuilt.curves().twoTowerLoss();
    for (int epoch = 0; epoch < losses.size(); epoch++) {
      loss.add(Point.of(epoch + 1, losses.get(epoch)));
    }
    List<Point> ndcg = new ArrayList<>();
    List<Double> curve = rebuilt.curves().gbdt().validationNdcg();
    for (int tree = 0; tree < curve.size(); tree++) {
      ndcg.add(Point.of(tree + 1, curve.get(tree)));
    }
    List<Point> train = new ArrayList<>();
    List<Point> validation = new ArrayList<>();
    List<NeuralReport.Epoch> epochs = rebuilt.curves().neural().epochs();
    for (int epoch = 0; epoch < epochs.size(); epoch++) {
      train.add(Point.of(epoch + 1, epochs.get(epoch).trainLoss()));
      if (Double.isFinite(epochs.get(epoch).validationLoss())) {
        validation.add(Point.of(epoch + 1, epochs.get(epoch).validationLoss()));
      }
    }
    List<List<String>> importances =
        rebuilt.curves().gbdt().importances().stream()
            .limit(IMPORTANCES)
            .map(DemoReport::importance)
            .toList();
    return new Section(
        "Training",
        "",
        List.of(
            new Table(
                "What the trees look at",
                "Share of the gain of all splits.",
                List.of("feature", "share of gain"),
                importances,
                List.of(0)),
            new Table(
                "The gate",
                "What had to hold before the snapshot was published.",
                List.of("rule", "found", "passed"),
                rebuilt.gate().stream()
                    .map(
                        check ->
                            List.of(check.rule(), check.found(), check.passed() ? "yes" : "no"))
                    .toList(),
                List.of(0, 1, 2))),
        List.of(
            lines("Two towers: loss", "epoch", "loss", List.of(new Series("loss", loss))),
            lines(
                "Trees: nDCG@10 on validation rows",
                "trees",
                "nDCG@10",
                List.of(new Series("validation", ndcg))),
            lines(
                "Network: log loss",
                "epoch",
                "log loss",
                List.of(new Series("train", train), new Series("validation", validation)))));
  }

  private static List<String> importance(GbdtReport.Importance importance) {
    return List.of(
        importance.feature(), String.format(Locale.ROOT, "%.4f", importance.gainShare()));
  }

  private static Chart lines(String title, String xLabel, String yLabel, List<Series> series) {
    return new Chart(title, "", "lines", xLabel, yLabel, false, false, series);
  }

  private Section people() {
    List<Table> tables = new ArrayList<>();
    for (ShownPage page : pages) {
      tables.add(
          new Table(
              page.title(),
              page.history().isEmpty()
                  ? "No good watch yet."
                  : "Watched, latest first: " + String.join(" · ", page.history()),
              ShownPage.HEADER,
              page.rows(),
              TEXT_PAGE));
    }
    return new Section("Three users and their pages", "", tables, List.of());
  }
}
