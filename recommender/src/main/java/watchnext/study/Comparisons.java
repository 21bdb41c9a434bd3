package watchnext.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import watchnext.assembly.RankerKind;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRow;

/**
 * The questions that the table of the case study is read for, each a paired difference: is the page
 * better than popularity and than the best single retriever, and each ranker better than the order
 * of the union? <i>Stateless.</i>
 */
final class Comparisons {

  static final String PAGE = "page";

  /** Rows of one retriever alone, the simplest first. */
  static final List<String> SINGLE =
      List.of("popularity", "neighbours", "als", "two-tower-exact", "two-tower-hnsw");

  private static final List<String> PAGE_METRICS = List.of("ndcg@10", "recall@10");

  private Comparisons() {}

  /** Those that the rows of {@code report} allow, in order. */
  static List<Comparison> of(EvaluationReport report) {
    List<Comparison> all = new ArrayList<>();
    for (String metric : PAGE_METRICS) {
      Set<String> baselines = new LinkedHashSet<>(List.of("popularity", best(report, metric)));
      for (String baseline : baselines) {
        all.add(report.compare(PAGE, baseline, metric));
      }
    }
    for (RankerKind kind : RankerKind.values()) {
      if (kind.isLearnt() && has(report, kind.label(), "ndcg@10")) {
        all.add(report.compare(kind.label(), RankerKind.UNION.label(), "ndcg@10"));
      }
    }
    if (has(report, "two-tower-hnsw", "recall@100") && has(report, "als", "recall@100")) {
      all.add(report.compare("two-tower-hnsw", "als", "recall@100"));
    }
    return all;
  }

  /** The single retriever of the largest value, the simplest of equals. */
  static String best(EvaluationReport report, String metric) {
    String best = SINGLE.get(0);
    for (String name : SINGLE) {
      if (value(report, name, metric) > value(report, best, metric)) {
        best = name;
      }
    }
    return best;
  }

  /** Whether the page of new users is above popularity, and whether choices help it. */
  static List<Comparison> ofNewUsers(EvaluationReport report) {
    String metric = "ndcg@10";
    String chosen = NewUserStudy.PAGE_AND_CHOICES;
    return List.of(
        report.compare(NewUserStudy.PAGE, NewUserStudy.POPULARITY, metric),
        report.compare(chosen, NewUserStudy.POPULARITY, metric),
        report.compare(chosen, NewUserStudy.PAGE, metric));
  }

  private static boolean has(EvaluationReport report, String name, String metric) {
    return report.rows().stream()
        .filter(row -> row.name().equals(name))
        .map(EvaluationRow::metrics)
        .anyMatch(metrics -> metrics.containsKey(metric));
  }

  private static double value(EvaluationReport report, String name, String metric) {
    return report.row(name).metric(metric).value();
  }
}
