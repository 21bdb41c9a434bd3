package watchnext.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import watchnext.assembly.RankerKind;
import watchnext.assembly.Rankers;
import watchnext.assembly.ServedOrder;
import watchnext.assembly.SourceKind;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.EvaluationReport;
import watchnext.model.ranker.RankerRows;
import watchnext.task.Objective;

/**
 * Which order makes the page, chosen by the protocol itself on the validation period.
 *
 * <p>To choose from are the order of the best single source, that of the union, each learnt ranker
 * and their blend. A learnt ranker is offered only when its nDCG@10 is above the union's. Of the
 * learnt ones the blend stands for all, unless one is above it beyond the paired interval: the best
 * of several rankers on a few hundred requests owes some of its lead to luck. The page is made by
 * the order of largest nDCG@10 whose recall@10 is not below the best single source beyond the
 * paired interval; of equals by the simplest. <i>Stateless.</i>
 */
public final class OrderChoice {

  private OrderChoice() {}

  /**
   * What validation found.
   *
   * @param report every order side by side
   * @param order the one that it speaks for
   * @param sources the sources that stand in the report alone
   */
  public record Judged(
      EvaluationReport report, ServedOrder order, Collection<SourceKind> sources) {}

  /** Judges the rankers on {@code answers}; a blend is made of those that beat the union alone. */
  public static Judged of(
      ValidationAnswers answers, RankerRows rows, Rankers rankers, Objective objective) {
    List<RankerKind> all = rankers.kinds();
    EvaluationReport report = answers.judge(rankers, all, rows, objective);
    List<RankerKind> better = aboveUnion(report, all);
    if (better.size() < all.size()) {
      report = answers.judge(rankers, better, rows, objective);
    }
    if (better.size() > 1) {
      better = new ArrayList<>(better);
      better.addAll(aboveUnion(report, List.of(RankerKind.BLEND)));
    }
    return new Judged(report, order(report, answers.sources(), better), answers.sources());
  }

  static List<RankerKind> aboveUnion(EvaluationReport report, List<RankerKind> kinds) {
    double union = ndcg(report, RankerKind.UNION.label());
    return kinds.stream().filter(kind -> ndcg(report, kind.label()) > union).toList();
  }

  static ServedOrder order(
      EvaluationReport report, Collection<SourceKind> sources, List<RankerKind> offered) {
    SourceKind leading = best(report, sources, ValidationAnswers.NDCG);
    SourceKind mostFound = best(report, sources, ValidationAnswers.RECALL);
    RankerKind page = RankerKind.SOURCE;
    double most = ndcg(report, leading.label());
    List<RankerKind> others = new ArrayList<>(List.of(RankerKind.UNION));
    if (!offered.isEmpty()) {
      others.add(learnt(report, offered));
    }
    for (RankerKind kind : others) {
      Comparison recall = report.compare(kind.label(), mostFound.label(), ValidationAnswers.RECALL);
      if (ndcg(report, kind.label()) > most && !recall.isBelow()) {
        page = kind;
        most = ndcg(report, kind.label());
      }
    }
    return new ServedOrder(page, leading, offered);
  }

  /** The blend, unless a single ranker is above it beyond the interval; without one the best. */
  private static RankerKind learnt(EvaluationReport report, List<RankerKind> offered) {
    RankerKind best = offered.get(0);
    for (RankerKind kind : offered) {
      best = ndcg(report, kind.label()) > ndcg(report, best.label()) ? kind : best;
    }
    boolean beatsBlend =
        !offered.contains(RankerKind.BLEND)
            || report
                .compare(best.label(), RankerKind.BLEND.label(), ValidationAnswers.NDCG)
                .isAbove();
    return beatsBlend ? best : RankerKind.BLEND;
  }

  /** The name of the row in the report that the page of {@code order} equals. */
  public static String row(ServedOrder order) {
    return order.page() == RankerKind.SOURCE ? order.leading().label() : order.page().label();
  }

  /** The source of the largest value, the most trusted of equals. */
  static SourceKind best(EvaluationReport report, Collection<SourceKind> sources, String metric) {
    SourceKind best = sources.iterator().next();
    for (SourceKind kind : sources) {
      if (value(report, kind, metric) > value(report, best, metric)) {
        best = kind;
      }
    }
    return best;
  }

  private static double value(EvaluationReport report, SourceKind kind, String metric) {
    return report.row(kind.label()).metric(metric).value();
  }

  private static double ndcg(EvaluationReport report, String name) {
    return report.row(name).metric(ValidationAnswers.NDCG).value();
  }
}
