package watchnext.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.TemporalSplit;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.math.Matrix;
import watchnext.model.ranker.GbdtTrainer;
import watchnext.model.ranker.MultiTaskTrainer;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.RetrievalStage;
import watchnext.task.Asked;

/**
 * Trains the models of stage 2 on requests of the rankers' part of train, with retrievers that were
 * fitted before it, and stops early by the validation period. Rows are made by replay: what stands
 * in a row was known strictly before its request.
 *
 * <p><i>Confined: one fit at a time.</i>
 */
final class RankerFitting {

  /** Both rankers. */
  record Rankers(GbdtTrainer.Trained gbdt, MultiTaskTrainer.Trained neural) {}

  private final Recording recording;
  private final RebuildConfig config;
  private final Retrievers retrievers;
  private final PopularityWindow popularity;
  private final Consumer<String> progress;

  RankerFitting(
      Recording recording,
      RebuildConfig config,
      Retrievers retrievers,
      PopularityWindow popularity,
      Consumer<String> progress) {
    this.recording = recording;
    this.config = config;
    this.retrievers = retrievers;
    this.popularity = popularity;
    this.progress = progress;
  }

  Rankers fit(TemporalSplit split) {
    RankerRows train = rows(split.rankerFrom(), split.validationFrom(), config.rankerRequests());
    RankerRows validation =
        rows(split.validationFrom(), split.testFrom(), config.rankerRequests() / 4);
    progress.accept(
        "rankers: "
            + train.size()
            + " rows of "
            + train.groups()
            + " requests, "
            + train.width()
            + " features; validation "
            + validation.size()
            + " rows");
    Optional<RankerRows> judges =
        validation.size() == 0 ? Optional.empty() : Optional.of(validation);
    return new Rankers(
        GbdtTrainer.train(train, judges, config.gbdt(), line -> progress.accept("GBDT: " + line)),
        MultiTaskTrainer.train(
            train, judges, config.neural(), line -> progress.accept("neural: " + line)));
  }

  /** Rows of at most {@code most} requests in {@code [from, until)}. */
  private RankerRows rows(long from, long until, int most) {
    RetrievalStage retrieval =
        Assembly.retrieval(recording.catalog(), retrievers, popularity, config);
    SplittableRandom random = new SplittableRandom(config.seed() + from);
    List<LabelledRequest> requests =
        new TrainingRequests(recording, retrieval, until, random).from(from, most);
    RowEncoder encoder = Assembly.rowEncoder(retrievers);
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    RankerRowsBuilder rows = new RankerRowsBuilder(encoder.featureNames());
    for (LabelledRequest request : requests) {
      FeatureState state = replay.advanceTo(request.context().epochSecond());
      Asked asked = Asked.of(request.user(), request.context(), state);
      Matrix features = encoder.encode(asked, request.videos(), request.size());
      for (int i = 0; i < request.size(); i++) {
        rows.add(
            features.row(i), request.clicked()[i], request.watchedLong()[i], request.liked()[i]);
      }
      rows.endGroup();
    }
    return rows.build();
  }
}
