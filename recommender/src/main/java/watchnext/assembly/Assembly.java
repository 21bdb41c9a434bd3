package watchnext.assembly;

import java.util.List;
import java.util.Optional;
import watchnext.catalog.Catalog;
import watchnext.funnel.Stages;
import watchnext.index.VectorIndex;
import watchnext.math.Rows;
import watchnext.model.twotower.TwoTower;
import watchnext.ranking.DotScorer;
import watchnext.ranking.HistorySimilarity;
import watchnext.ranking.NeighbourScorer;
import watchnext.ranking.PairScorer;
import watchnext.ranking.Ranker;
import watchnext.ranking.RankingStage;
import watchnext.ranking.RowEncoder;
import watchnext.reranking.DiversePage;
import watchnext.reranking.VideoSimilarity;
import watchnext.retrieval.AlsFactors;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.UserVectors;

/** Puts trained models together into the stages of the funnel. <i>Stateless.</i> */
public final class Assembly {

  private static final int LATEST_WATCHES = 20;

  private Assembly() {}

  /** The stages that serve {@code models}. */
  public static Stages stages(Models models) {
    return stages(
        models.provenance().version(), models, models.catalog(), tables(models), models.index());
  }

  /** The stages that serve {@code models} and what was uploaded since. */
  public static Stages stages(
      String version, Models models, Catalog catalog, VideoTables videos, VectorIndex index) {
    VideoSimilarity similarity = videos.vectors()::dot;
    return new Stages(
        version,
        catalog,
        stage(models, videos, index),
        new RankingStage(
            rowEncoder(videos.twoTower(), videos.vectors(), models.retrievers()),
            ranker(models, models.order().page())),
        new DiversePage(models.config().page(), similarity),
        new PopularSource(models.popularity()),
        similarity);
  }

  private static RetrievalStage stage(Models models, VideoTables videos, VectorIndex index) {
    Sources sources =
        new Sources(
            videos, models.retrievers(), models.popularity(), index, models.config().seed());
    RetrievalStage stage = sources.stage(models.config().quotas());
    return models.order().page() == RankerKind.SOURCE
        ? stage.ledBy(models.order().leading().label())
        : stage;
  }

  private static VideoTables tables(Models models) {
    return VideoTables.of(models.catalog(), models.retrievers());
  }

  /** Stage 1: all sources with their quotas. */
  public static RetrievalStage retrieval(Models models) {
    return stage(models, tables(models), models.index());
  }

  /** Item neighbours as a retriever of their own, as they stand among the sources. */
  public static Retriever neighbourSource(Models models) {
    return Sources.neighbours(models.neighbours());
  }

  /** Stage 2 with the ranker of a kind. */
  public static RankingStage ranking(Models models, RankerKind kind) {
    return new RankingStage(rowEncoder(models.retrievers()), ranker(models, kind));
  }

  /** The ranker of a kind. */
  public static Ranker ranker(Models models, RankerKind kind) {
    return models.rankers().of(kind, models.order().blended(), models.config().objective());
  }

  /** The rows that the rankers score. */
  public static RowEncoder rowEncoder(Models models) {
    return rowEncoder(models.retrievers());
  }

  /** Rows of features and of what the retrievers think of a pair. */
  public static RowEncoder rowEncoder(Retrievers retrievers) {
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
