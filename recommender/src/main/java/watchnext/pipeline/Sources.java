package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import watchnext.index.VectorIndex;
import watchnext.pipeline.RebuildConfig.Quotas;
import watchnext.retrieval.AlsSource;
import watchnext.retrieval.ColdSource;
import watchnext.retrieval.CreatorSource;
import watchnext.retrieval.ExplorationSource;
import watchnext.retrieval.FreshSource;
import watchnext.retrieval.NeighbourSource;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.SegmentSource;
import watchnext.retrieval.TwoTowerSource;
import watchnext.retrieval.UserVectors;

/**
 * The sources of stage 1 over trained models, each with its quota: the same for the rankers'
 * training set, for validation and for serving. A source without a quota, or of which the data say
 * nothing (creators, kinds of users), is left out. <i>Immutable.</i>
 */
final class Sources {

  private static final int NEIGHBOUR_WATCHES = 50;
  private static final int CREATOR_WATCHES = 30;

  private final VideoTables videos;
  private final Retrievers retrievers;
  private final PopularityWindow popularity;

  Sources(VideoTables videos, Retrievers retrievers, PopularityWindow popularity) {
    this.videos = videos;
    this.retrievers = retrievers;
    this.popularity = popularity;
  }

  /** All sources, the most trusted first. */
  RetrievalStage stage(VectorIndex index, RebuildConfig config) {
    Quotas quotas = config.quotas();
    UserVectors users = new UserVectors(videos.twoTower(), retrievers.attributes());
    List<Source> sources = new ArrayList<>();
    add(sources, new TwoTowerSource(users, index), quotas.twoTower());
    add(
        sources,
        new NeighbourSource(retrievers.neighbours(), NEIGHBOUR_WATCHES),
        quotas.neighbours());
    add(sources, new AlsSource(retrievers.als()), quotas.als());
    add(sources, new PopularSource(popularity), quotas.popular());
    add(sources, new PopularSource("trending", PopularityWindow.WEEK), quotas.trending());
    if (retrievers.segments().tellsApart()) {
      add(sources, new SegmentSource(retrievers.segments(), popularity), quotas.segment());
    }
    if (videos.creators().isKnown()) {
      add(
          sources,
          new CreatorSource(videos.creators(), CREATOR_WATCHES, popularity),
          quotas.creator());
    }
    add(sources, new FreshSource(users, videos.vectors(), videos.fresh()), quotas.fresh());
    add(sources, new ColdSource(users, index, videos.twoTower()::hasMet), quotas.cold());
    add(sources, new ExplorationSource(videos.fresh(), config.seed()), quotas.explore());
    return new RetrievalStage(sources);
  }

  private static void add(List<Source> sources, Retriever retriever, int quota) {
    if (quota > 0) {
      sources.add(new Source(retriever, quota));
    }
  }
}
