package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import watchnext.assembly.RankerKind;
import watchnext.assembly.ServedOrder;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.pipeline.Rebuilt;

/**
 * Which order makes the page, and why: every order that was tried on the validation period.
 * <i>Stateless.</i>
 */
final class ChoiceTable {

  static final List<String> HEADER = List.of("order", "ndcg@10", "recall@10", "verdict");

  private ChoiceTable() {}

  /** One sentence above the table. */
  static String title(Rebuilt rebuilt) {
    ServedOrder order = rebuilt.models().order();
    String page =
        order.page() == RankerKind.SOURCE
            ? order.leading().label() + " alone, since nothing learnt did better"
            : order.page() == RankerKind.UNION
                ? "the union as it was merged, since nothing learnt did better"
                : order.page().label();
    return "Orders on the validation period. The page is made by " + page + ".";
  }

  /** One row an order: sources alone, the union, the learnt ones. */
  static List<List<String>> rows(Rebuilt rebuilt) {
    EvaluationReport report = rebuilt.validation();
    List<List<String>> rows = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      rows.add(
          List.of(
              row.name(),
              ResultTable.cell(row.metrics(), "ndcg@10"),
              ResultTable.cell(row.metrics(), "recall@10"),
              verdict(row.name(), rebuilt.models().order())));
    }
    return rows;
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

  static void print(Rebuilt rebuilt, Terminal terminal) {
    terminal.print("");
    terminal.print(title(rebuilt));
    terminal.table(HEADER, rows(rebuilt));
  }
}
