package watchnext.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.assembly.RankerKind;
import watchnext.evaluation.EvaluationReport;

/**
 * What {@link RankerStudy} says of an order: figures by name, "period metric order". <i>Confined:
 * one thread.</i>
 */
final class StudyFigures {

  private static final List<RankerKind> KINDS =
      List.of(RankerKind.GBDT, RankerKind.NEURAL, RankerKind.BLEND);

  private final Map<String, Double> figures = new LinkedHashMap<>();

  /** Notes a figure that is not of a period. */
  StudyFigures with(String name, double value) {
    figures.put(name, value);
    return this;
  }

  /** Notes the learnt orders of {@code report}, where it has them. */
  StudyFigures withLearnt(String period, EvaluationReport report) {
    for (int i = 0; i < KINDS.size(); i++) {
      String name = KINDS.get(i).label();
      if (report.rows().stream().anyMatch(row -> row.name().equals(name))) {
        put(period, report, name, RankerStudy.ORDERS.get(i));
      }
    }
    return this;
  }

  /** Notes the row {@code name} as the page. */
  StudyFigures withPage(String period, EvaluationReport report, String name) {
    put(period, report, name, "page");
    return this;
  }

  private void put(String period, EvaluationReport report, String name, String order) {
    for (String metric : RankerStudy.METRICS) {
      figures.put(period + " " + metric + " " + order, report.row(name).metric(metric).value());
    }
  }

  /** The figures so far, in the order in which they came. */
  Map<String, Double> all() {
    return figures;
  }
}
