package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.app.Report.Chart;
import watchnext.app.Report.Point;
import watchnext.app.Report.Section;
import watchnext.app.Report.Series;
import watchnext.app.Report.Table;
import watchnext.model.ranker.GbdtReport;
import watchnext.model.ranker.NeuralReport;
import watchnext.pipeline.Rebuilt;
import watchnext.pipeline.TrainingCurves;

/** How the models were trained, and what the gate said of them. <i>Stateless.</i> */
final class TrainingSection {

  private static final int IMPORTANCES = 20;

  private TrainingSection() {}

  static Section of(Rebuilt rebuilt) {
    TrainingCurves curves = rebuilt.curves();
    List<NeuralReport.Epoch> epochs = curves.neural().epochs();
    List<Double> train = epochs.stream().map(NeuralReport.Epoch::trainLoss).toList();
    List<Double> validation = epochs.stream().map(NeuralReport.Epoch::validationNdcg).toList();
    return new Section(
        "Training",
        "",
        List.of(
            new Table(
                "Which order makes the page",
                ChoiceTable.title(rebuilt),
                ChoiceTable.HEADER,
                ChoiceTable.rows(rebuilt),
                List.of(0, 3)),
            importances(curves.gbdt()),
            gate(rebuilt)),
        List.of(
            Chart.lines(
                "Two towers: loss",
                "epoch",
                "loss",
                List.of(series("loss", curves.twoTowerLoss()))),
            Chart.lines(
                "Trees: nDCG@10 on validation rows",
                "trees",
                "nDCG@10",
                List.of(series("validation", curves.gbdt().validationNdcg()))),
            Chart.lines("Network: log loss", "epoch", "log loss", List.of(series("train", train))),
            Chart.lines(
                "Network: nDCG@10 on validation requests",
                "epoch",
                "nDCG@10",
                List.of(series("validation", validation)))));
  }

  /** Values numbered from 1; without those that were not measured. */
  private static Series series(String name, List<Double> values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        points.add(Point.of(i + 1, values.get(i)));
      }
    }
    return new Series(name, points);
  }

  private static Table importances(GbdtReport report) {
    List<List<String>> rows =
        report.importances().stream()
            .limit(IMPORTANCES)
            .map(
                found ->
                    List.of(found.feature(), String.format(Locale.ROOT, "%.4f", found.gainShare())))
            .toList();
    return new Table(
        "What the trees look at",
        "Share of the gain of all splits.",
        List.of("feature", "share of gain"),
        rows,
        List.of(0));
  }

  private static Table gate(Rebuilt rebuilt) {
    List<List<String>> rows =
        rebuilt.gate().stream()
            .map(check -> List.of(check.rule(), check.found(), check.passed() ? "yes" : "no"))
            .toList();
    return new Table(
        "The gate",
        "What has to hold before a snapshot is published.",
        List.of("rule", "found", "passed"),
        rows,
        List.of(0, 1, 2));
  }
}
