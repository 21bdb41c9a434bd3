package watchnext.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import watchnext.catalog.User;
import watchnext.dataset.TemporalSplit;
import watchnext.event.Recording;
import watchnext.funnel.Funnel;
import watchnext.funnel.Snapshot;
import watchnext.index.ExactIndex;
import watchnext.pipeline.Assembly;
import watchnext.pipeline.Models;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.RebuildConfig;
import watchnext.pipeline.SnapshotException;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.RetrievalStage.Source;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.TwoTowerSource;
import watchnext.retrieval.UserVectors;
import watchnext.task.Request;

/**
 * The whole funnel, as it serves: sources, ranker, page. At night the whole offline page runs, gate
 * and all; where the gate stays closed, the snapshot of the day before goes on serving.
 *
 * <p>One thing differs from serving: the two towers are searched exactly. The layers of a graph
 * depend on a source that cannot be seeded, and the same seed must give the same pages.
 * <i>Immutable.</i>
 */
public final class FunnelPolicy implements Policy {

  private final Models models;
  private final Snapshot snapshot;
  private final List<Source> sources;

  /** The policy that {@code models} make. */
  public FunnelPolicy(Models models) {
    this.models = models;
    this.snapshot = Assembly.snapshot(models);
    this.sources = exact(snapshot.retrieval().sources(), models);
  }

  /**
   * Trains the funnel on a past.
   *
   * @param past everything before {@code cut}
   * @param cut seconds since 1970, a midnight
   * @param seed of everything random
   * @param progress told about every step
   * @throws SnapshotException when the gate stays closed
   */
  public static Models train(Recording past, long cut, long seed, Consumer<String> progress) {
    TemporalSplit split = Past.splitAt(past.events(), cut);
    RebuildConfig config = RebuildConfig.forRecording(past, seed);
    return Rebuild.run(past, split, config, past.name(), "simulation", progress).models();
  }

  @Override
  public String name() {
    return PolicyKind.TWO_STAGE.label();
  }

  @Override
  public Choice choose(Visit visit) {
    Snapshot now =
        new Snapshot(
            snapshot.version(),
            snapshot.catalog(),
            without(visit.shownLately()),
            snapshot.ranking(),
            snapshot.reranking(),
            snapshot.fallback(),
            snapshot.similarity());
    User user = snapshot.catalog().user(visit.user());
    Request request = new Request(user.id(), visit.context(), visit.pageSize());
    int[] page = new Funnel(now, visit.state()).recommend(request).page().videos();
    return Choice.certain(Pages.filled(page, visit, models.popularity()));
  }

  private RetrievalStage without(BitSet withheld) {
    return new RetrievalStage(
        sources.stream()
            .map(source -> new Source(new Unrepeated(source.retriever(), withheld), source.quota()))
            .toList());
  }

  /** The sources of the snapshot, with exact search in place of the graph. */
  private static List<Source> exact(List<Source> sources, Models models) {
    Retriever exact =
        new TwoTowerSource(
            new UserVectors(models.twoTower(), models.attributes()),
            new ExactIndex(models.videoVectors()));
    return sources.stream()
        .map(
            source ->
                source.retriever() instanceof TwoTowerSource
                    ? new Source(exact, source.quota())
                    : source)
        .toList();
  }

  @Override
  public Policy retrained(Recording past, long cut, Consumer<String> progress) {
    try {
      return new FunnelPolicy(train(past, cut, models.config().seed(), progress));
    } catch (SnapshotException e) {
      progress.accept("the snapshot of the day before goes on serving: " + e.getMessage());
      return this;
    }
  }
}
