package watchnext.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;
import watchnext.study.Comparisons;
import watchnext.study.NewUserStudy;

/** The evaluation on the terminal: protocol, table, comparisons, slices. <i>Stateless.</i> */
final class EvaluationPrint {

  private static final int WIDTH = 110;

  private EvaluationPrint() {}

  static void print(EvaluationReport report, Terminal terminal) {
    terminal.print("");
    wrap(report.protocol()).forEach(terminal::print);
    terminal.print("");
    terminal.print(
        "Quality on the test period, 95 % intervals in brackets (bootstrap over users):");
    terminal.table(ResultTable.header(), ResultTable.rows(report));
    Comparisons.sentences(report).forEach(terminal::print);
    String metric = sliced(report);
    if (!metric.isEmpty()) {
      terminal.print("");
      terminal.print(metric + " by slice:");
      terminal.table(sliceHeader(report), slices(report));
    }
  }

  /** The first pages of new users: what is said of them, table, comparisons. */
  static void printNewUsers(EvaluationReport report, Terminal terminal) {
    terminal.print("");
    wrap(report.protocol()).forEach(terminal::print);
    terminal.table(ResultTable.header(), ResultTable.rows(report));
    newUserComparisons(report).forEach(terminal::print);
  }

  static List<String> newUserComparisons(EvaluationReport report) {
    return List.of(
        ResultTable.comparison(report, NewUserStudy.PAGE, NewUserStudy.POPULARITY, "ndcg@10"),
        ResultTable.comparison(
            report, NewUserStudy.PAGE_AND_CHOICES, NewUserStudy.POPULARITY, "ndcg@10"),
        ResultTable.comparison(
            report, NewUserStudy.PAGE_AND_CHOICES, NewUserStudy.PAGE, "ndcg@10"));
  }

  /** What is told by slice: of the deepest list that the catalogue has room for; empty for none. */
  static String sliced(EvaluationReport report) {
    Set<String> metrics = report.row("random").metrics().keySet();
    return Stream.of("recall@100", "recall@10").filter(metrics::contains).findFirst().orElse("");
  }

  static List<String> sliceHeader(EvaluationReport report) {
    List<String> header = new ArrayList<>(List.of("name"));
    sliceNames(report).forEach(header::add);
    return header;
  }

  static List<List<String>> slices(EvaluationReport report) {
    String metric = sliced(report);
    List<List<String>> rows = new ArrayList<>();
    for (EvaluationRow row : report.rows()) {
      if (row.metrics().containsKey(metric)) {
        List<String> line = new ArrayList<>(List.of(row.name()));
        for (String slice : sliceNames(report)) {
          line.add(ResultTable.cell(row.metrics(), metric + "/" + slice));
        }
        rows.add(line);
      }
    }
    return rows;
  }

  private static List<String> sliceNames(EvaluationReport report) {
    String prefix = sliced(report) + "/";
    return report.row("random").metrics().keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  static List<String> wrap(String paragraph) {
    return wrap(paragraph, WIDTH);
  }

  /**
   * Breaks a paragraph into lines of at most {@code width} characters; a longer word stands alone.
   */
  static List<String> wrap(String paragraph, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
