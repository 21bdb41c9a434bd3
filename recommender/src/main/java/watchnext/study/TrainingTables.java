package watchnext.study;

import java.util.ArrayList;
import java.util.List;
import watchnext.assembly.RankerKind;
import watchnext.assembly.ServedOrder;
import watchnext.evaluation.EvaluationRow;
import watchnext.model.ranker.GbdtReport;
import watchnext.model.ranker.NeuralReport;
import watchnext.pipeline.Rebuilt;
import watchnext.pipeline.TrainingCurves;
import watchnext.result.Chart;
import watchnext.result.Chart.Point;
import watchnext.result.Chart.Series;
import watchnext.result.Field;
import watchnext.result.Section;
import watchnext.result.Table;

/** How the models were trained, and which order makes the page. <i>Stateless.</i> */
public final class TrainingTables {

  private static final int IMPORTANCES = 20;

  private TrainingTables() {}

  /** Orders that were tried, what the trees look at, and the curves. */
  public static Section section(Rebuilt rebuilt) {
    return new Section(
        "Training",
        "",
        List.of(orders(rebuilt), importances(rebuilt.curves().gbdt())),
        curves(rebuilt.curves()));
  }

  /** Every order that was tried on the validation period. */
  private static Table orders(Rebuilt rebuilt) {
    ServedOrder order = rebuilt.models().order();
    return Table.of(
        "orders",
        "Orders on the validation period",
        "The page is made by " + page(order) + ".",
        rebuilt.validation().rows(),
        Field.text("name", EvaluationRow::name),
        Field.estimate("ndcg@10", 4, row -> row.metric("ndcg@10")),
        Field.estimate("recall@10", 4, row -> row.metric("recall@10")),
        Field.text("verdict", row -> verdict(row.name(), order)));
  }

  private static String page(ServedOrder order) {
    if (order.page().isLearnt()) {
      return order.page().label();
    }
    String plain =
        order.page() == RankerKind.SOURCE
            ? order.leading().label() + " alone"
            : "the union as it was merged";
    return plain + ", since nothing learnt did better";
  }

  private static String verdict(String name, ServedOrder order) {
    boolean leads = order.page() == RankerKind.SOURCE && name.equals(order.leading().label());
    if (leads || name.equals(order.page().label())) {
      return "makes the page";
    }
    for (RankerKind kind : RankerKind.values()) {
      if (kind.isLearnt() && name.equals(kind.label())) {
        return order.offered().contains(kind) ? "offered" : "not offered: not above the union";
      }
    }
    return "";
  }

  private static Table importances(GbdtReport report) {
    return Table.of(
        "importances",
        "What the trees look at",
        "Share of the gain of all splits, the " + IMPORTANCES + " largest.",
        report.importances().stream().limit(IMPORTANCES).toList(),
        Field.text("feature", GbdtReport.Importance::feature),
        Field.number("share of gain", 4, GbdtReport.Importance::gainShare));
  }

  private static List<Chart> curves(TrainingCurves curves) {
    List<NeuralReport.Epoch> epochs = curves.neural().epochs();
    List<Double> losses = epochs.stream().map(NeuralReport.Epoch::trainLoss).toList();
    List<Double> ndcg = epochs.stream().map(NeuralReport.Epoch::validationNdcg).toList();
    return List.of(
        curve("Two towers: loss", "epoch", "loss", curves.twoTowerLoss()),
        curve(
            "Trees: nDCG@10 on validation rows",
            "trees",
            "nDCG@10",
            curves.gbdt().validationNdcg()),
        curve("Network: log loss", "epoch", "log loss", losses),
        curve("Network: nDCG@10 on validation requests", "epoch", "nDCG@10", ndcg));
  }

  /** Values numbered from 1; without those that were not measured. */
  private static Chart curve(String title, String xLabel, String yLabel, List<Double> values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        points.add(Point.of(i + 1, values.get(i)));
      }
    }
    return Chart.lines(title, xLabel, yLabel, List.of(new Series(yLabel, points)));
  }
}
