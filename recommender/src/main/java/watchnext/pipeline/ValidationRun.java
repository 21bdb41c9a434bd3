package watchnext.pipeline;

import java.util.List;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.Recommender;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.pipeline.Models.PageRanker;
import watchnext.ranking.GbdtRanker;
import watchnext.ranking.NeuralRanker;
import watchnext.ranking.Ranker;
import watchnext.ranking.RankingStage;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retriever;

/**
 * Both rankers behind the whole of stage 1, on the validation period: which of them makes the page,
 * and whether that page is worth publishing. <i>Confined: one rebuild.</i>
 */
final class ValidationRun {

  private static final int REQUESTS = 600;
  private static final String METRIC = "ndcg@10";
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(List.of(ListMetric.NDCG.at(10)), List.of(), 10, 1, 1, 0);

  private final EvaluationReport report;

  ValidationRun(
      Recording recording,
      TemporalSplit split,
      RebuildConfig config,
      Retrievers early,
      RankerFitting.Rankers rankers,
      PopularityWindow popularity) {
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    RetrievalStage retrieval = Assembly.retrieval(recording.catalog(), early, popularity, config);
    RowEncoder encoder = Assembly.rowEncoder(early);
    Retriever popular = new PopularSource(popularity);
    List<Contender> contenders =
        List.of(
            new Contender("popularity", (asked, k) -> popular.retrieve(asked, k).list(), 10),
            ranked("gbdt", retrieval, encoder, new GbdtRanker(rankers.gbdt().model())),
            ranked(
                "neural",
                retrieval,
                encoder,
                new NeuralRanker(rankers.neural().model(), config.objective())));
    EvaluationSet requests =
        EvaluationProtocol.DEFAULT
            .withAtMost(REQUESTS, config.seed())
            .select(recording, split.validationFrom(), split.testFrom());
    this.report = new Evaluator(requests, SETTINGS).evaluate(contenders, replay::advanceTo);
  }

  private static Contender ranked(
      String name, RetrievalStage retrieval, RowEncoder encoder, Ranker ranker) {
    RankingStage ranking = new RankingStage(encoder, ranker);
    Recommender recommender = (asked, k) -> ranking.rank(asked, retrieval.candidates(asked)).list();
    return new Contender(name, recommender, 10);
  }

  /** nDCG@10 of "popularity", "gbdt" or "neural". */
  double quality(String name) {
    return report.row(name).metric(METRIC).value();
  }

  /** The better of the two rankers. */
  PageRanker best() {
    return quality("gbdt") >= quality("neural") ? PageRanker.GBDT : PageRanker.NEURAL;
  }
}
