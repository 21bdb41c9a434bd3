package watchnext.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.feature.Replay;
import watchnext.retrieval.Retriever;
import watchnext.task.RankedList;

/**
 * Sources side by side on a sample of requests: the one procedure behind every choice of stage 1.
 * Their lists are kept. <i>Confined: one sample.</i>
 */
final class SourceTrial {

  static final String RECALL = "recall@100";
  static final String NDCG = "ndcg@10";

  private static final int DEPTH = 500;
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          List.of(ListMetric.RECALL.at(100), ListMetric.NDCG.at(10)), List.of(), 10, 1_000, 1, 0);

  private final Map<String, List<RankedList>> lists = new LinkedHashMap<>();
  private final List<Contender> contenders = new ArrayList<>();

  /** Lets {@code source} take part under a name of its own. */
  void add(String name, Retriever source) {
    List<RankedList> own = new ArrayList<>();
    lists.put(name, own);
    contenders.add(
        new Contender(
            name,
            (asked, k) -> {
              RankedList list = source.retrieve(asked, k).list();
              own.add(list);
              return list;
            },
            DEPTH));
  }

  /**
   * Asks all sources every request of {@code set}; {@code replay} stands at or before the first.
   */
  EvaluationReport run(EvaluationSet set, Replay replay) {
    return new Evaluator(set, SETTINGS).evaluate(contenders, replay::advanceTo);
  }

  /** The lists of a source, one a request. */
  List<RankedList> lists(String name) {
    return lists.getOrDefault(name, List.of());
  }

  /** Recall@100 of a source. */
  static double recall(EvaluationReport report, String name) {
    return report.row(name).metric(RECALL).value();
  }
}
