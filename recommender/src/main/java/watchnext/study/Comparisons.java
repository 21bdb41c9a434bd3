package watchnext.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
public final class Comparisons {

  static final String PAGE = "page";

  /** Rows of one retriever alone, the simplest first. */
  static final List<String> SINGLE =
      List.of("popularity", "neighbours", "als", "two-tower-exact", "two-tower-hnsw");

  private static final List<String> PAGE_METRICS = List.of("ndcg@10", "recall@10");

  private Comparisons() {}

  /** Those that the rows of {@code report} allow, in order. */
  public static List<Comparison> of(EvaluationReport report) {
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

  /** "page against als, ndcg@10: +0.0123 [+0.0100, +0.0146], 1.31 times (above)". */
  public static List<String> sentences(EvaluationReport report) {
    return of(report).stream().map(Comparisons::sentence).toList();
  }

  /** One of the {@link #sentences}. */
  public static String sentence(Comparison comparison) {
    String verdict =
        comparison.isAbove() ? "above" : comparison.isBelow() ? "below" : "no clear difference";
    return String.format(
        Locale.ROOT,
        "%s against %s, %s: %+.4f [%+.4f, %+.4f]%s (%s)",
        comparison.name(),
        comparison.baseline(),
        comparison.metric(),
        comparison.difference().value(),
        comparison.difference().low(),
        comparison.difference().high(),
        Double.isNaN(comparison.relative())
            ? ""
            : String.format(Locale.ROOT, ", %.2f times", 1 + comparison.relative()),
        verdict);
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
