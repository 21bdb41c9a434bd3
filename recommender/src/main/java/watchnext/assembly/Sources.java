package watchnext.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import watchnext.index.VectorIndex;
import watchnext.model.neighbours.ItemNeighbours;
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
 * The sources of stage 1 over trained models: the same for the choice of quotas, the rankers'
 * training set, validation and serving. A source of which the data say nothing (creators, kinds of
 * users) is left out. <i>Immutable.</i>
 */
public final class Sources {

  private static final int NEIGHBOUR_WATCHES = 50;
  private static final int CREATOR_WATCHES = 30;

  private final Map<SourceKind, Retriever> retrievers = new EnumMap<>(SourceKind.class);

  /** The sources over {@code models}; {@code seed} is that of the exploration. */
  public Sources(
      VideoTables videos,
      Retrievers models,
      PopularityWindow popularity,
      VectorIndex index,
      long seed) {
    UserVectors users = new UserVectors(videos.twoTower(), models.attributes());
    retrievers.put(SourceKind.TWO_TOWER, new TwoTowerSource(users, index));
    retrievers.put(SourceKind.NEIGHBOURS, neighbours(models.neighbours()));
    retrievers.put(SourceKind.ALS, new AlsSource(models.als()));
    retrievers.put(SourceKind.POPULAR, new PopularSource(popularity));
    if (popularity != PopularityWindow.WEEK) {
      retrievers.put(
          SourceKind.TRENDING,
          new PopularSource(SourceKind.TRENDING.label(), PopularityWindow.WEEK));
    }
    if (models.segments().tellsApart()) {
      retrievers.put(SourceKind.SEGMENT, new SegmentSource(models.segments(), popularity));
    }
    if (videos.creators().isKnown()) {
      retrievers.put(
          SourceKind.CREATOR, new CreatorSource(videos.creators(), CREATOR_WATCHES, popularity));
    }
    retrievers.put(SourceKind.FRESH, new FreshSource(users, videos.vectors(), videos.fresh()));
    retrievers.put(SourceKind.COLD, new ColdSource(users, index, videos.vectors(), videos.unmet()));
    retrievers.put(SourceKind.EXPLORE, new ExplorationSource(videos.fresh(), seed));
  }

  /** The source over item neighbours. */
  public static Retriever neighbours(ItemNeighbours model) {
    return new NeighbourSource(model, NEIGHBOUR_WATCHES);
  }

  /** Every source that the data allow. */
  public Map<SourceKind, Retriever> all() {
    return retrievers;
  }

  /** Stage 1: every source with a quota, the most trusted first. */
  public RetrievalStage stage(Quotas quotas) {
    List<Source> sources = new ArrayList<>();
    retrievers.forEach(
        (kind, retriever) -> {
          if (quotas.of(kind) > 0) {
            sources.add(new Source(retriever, quotas.of(kind)));
          }
        });
    return new RetrievalStage(sources);
  }
}
