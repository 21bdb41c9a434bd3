package watchnext.pipeline;

import java.util.List;
import java.util.Optional;
import watchnext.catalog.Catalog;
import watchnext.funnel.Snapshot;
import watchnext.index.ExactIndex;
import watchnext.index.VectorIndex;
import watchnext.math.Rows;
import watchnext.model.twotower.TwoTower;
import watchnext.ranking.DotScorer;
import watchnext.ranking.GbdtRanker;
import watchnext.ranking.HistorySimilarity;
import watchnext.ranking.NeighbourScorer;
import watchnext.ranking.NeuralRanker;
import watchnext.ranking.PairScorer;
import watchnext.ranking.Ranker;
import watchnext.ranking.RankingStage;
import watchnext.ranking.RowEncoder;
import watchnext.reranking.DiversePage;
import watchnext.reranking.VideoSimilarity;
import watchnext.retrieval.AlsFactors;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.UserVectors;

/** Puts trained models together into the stages of the funnel. <i>Stateless.</i> */
public final class Assembly {

  private static final int LATEST_WATCHES = 20;

  private Assembly() {}

  /** The snapshot that serves {@code models}. */
  public static Snapshot snapshot(Models models) {
    return snapshot(
        models.provenance().version(), models, models.catalog(), tables(models), models.index());
  }

  /** The snapshot that serves {@code models} and what was uploaded since. */
  static Snapshot snapshot(
      String version, Models models, Catalog catalog, VideoTables videos, VectorIndex index) {
    VideoSimilarity similarity = videos.vectors()::dot;
    return new Snapshot(
        version,
        catalog,
        new Sources(videos, models.retrievers(), models.popularity()).stage(index, models.config()),
        new RankingStage(
            rowEncoder(videos.twoTower(), videos.vectors(), models.retrievers()),
            pageRanker(models)),
        new DiversePage(models.config().page(), similarity),
        new PopularSource(models.popularity()),
        similarity);
  }

  private static VideoTables tables(Models models) {
    return VideoTables.of(models.catalog(), models.retrievers());
  }

  /** Stage 1: all sources with their quotas. */
  public static RetrievalStage retrieval(Models models) {
    return new Sources(tables(models), models.retrievers(), models.popularity())
        .stage(models.index(), models.config());
  }

  /** Stage 1 over exact search, for models that no index was built for yet. */
  static RetrievalStage retrieval(
      Catalog catalog, Retrievers retrievers, PopularityWindow popularity, RebuildConfig config) {
    return new Sources(VideoTables.of(catalog, retrievers), retrievers, popularity)
        .stage(new ExactIndex(retrievers.videoVectors()), config);
  }

  /** Stage 2 with the given ranker. */
  public static RankingStage ranking(Models models, Ranker ranker) {
    return new RankingStage(rowEncoder(models.retrievers()), ranker);
  }

  /** The tree ranker. */
  public static Ranker gbdt(Models models) {
    return new GbdtRanker(models.gbdt());
  }

  /** The neural ranker. */
  public static Ranker neural(Models models) {
    return new NeuralRanker(models.neural(), models.config().objective());
  }

  private static Ranker pageRanker(Models models) {
    return switch (models.pageRanker()) {
      case GBDT -> gbdt(models);
      case NEURAL -> neural(models);
    };
  }

  /** The rows that both rankers score. */
  public static RowEncoder rowEncoder(Models models) {
    return rowEncoder(models.retrievers());
  }

  /** Rows of features and of what the retrievers think of a pair. */
  static RowEncoder rowEncoder(Retrievers retrievers) {
    return rowEncoder(retrievers.twoTower(), Rows.of(retrievers.videoVectors()), retrievers);
  }

  private static RowEncoder rowEncoder(TwoTower twoTower, Rows vectors, Retrievers retrievers) {
    UserVectors users = new UserVectors(twoTower, retrievers.attributes());
    AlsFactors factors = new AlsFactors(retrievers.als());
    List<PairScorer> evidence =
        List.of(
            new DotScorer("twoTower.cosine", asked -> Optional.of(asked.once(users)), vectors),
            new DotScorer("als.score", asked -> asked.once(factors), retrievers.als().videos()),
            new NeighbourScorer(retrievers.neighbours(), LATEST_WATCHES),
            new HistorySimilarity(vectors, LATEST_WATCHES));
    return new RowEncoder(evidence);
  }
}
