package watchnext.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.catalog.Context;
import watchnext.dataset.TemporalSplit;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.index.BuildListener;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.IndexRecall;
import watchnext.math.Matrix;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.UserVectors;
import watchnext.task.Asked;

/**
 * The offline page: from a recording to a set of models that may serve. Runs nightly, or when
 * something has drifted.
 *
 * <p>Retrievers are fitted twice: once before the rankers' part of train, so that the rankers learn
 * from candidates of retrievers that have not seen the answers; and once on everything before the
 * test cut, for serving. Nothing at or after the test cut is used. <i>Stateless.</i>
 */
public final class Rebuild {

  private static final int RECALL_QUERIES = 500;

  /** Not clearly worse than popularity: a validation period of a few hundred requests is noisy. */
  private static final double LEAST_SHARE = 0.8;

  private Rebuild() {}

  /**
   * What a rebuild made.
   *
   * @param models for the snapshot
   * @param split the cuts in time
   * @param gate what was checked before publication
   * @param curves how training went, for the report
   */
  public record Rebuilt(
      Models models, TemporalSplit split, List<Gate.Check> gate, TrainingCurves curves) {}

  /**
   * Trains, builds and checks, with the recording cut where {@link Splits} cuts it.
   *
   * @param source how the command line named the data, for the provenance
   * @param commit version of the code, for the provenance
   * @param progress told about every step
   * @throws SnapshotException when the gate stays closed
   */
  public static Rebuilt run(
      Recording recording,
      RebuildConfig config,
      String source,
      String commit,
      Consumer<String> progress) {
    return run(recording, Splits.of(recording), config, source, commit, progress);
  }

  /** The same with cuts of one's own: the default ones depend on where the recording ends. */
  public static Rebuilt run(
      Recording recording,
      TemporalSplit split,
      RebuildConfig settings,
      String source,
      String commit,
      Consumer<String> progress) {
    PopularityWindow popularity = PopularityChoice.on(recording, split, progress);
    RebuildConfig config =
        settings.withAls(AlsChoice.on(recording, split, settings.als(), settings.seed(), progress));
    RetrieverFitting fitting = new RetrieverFitting(recording, config, progress);

    progress.accept("retrievers for the rankers' training set");
    Retrievers early = fitting.fit(split.rankerFrom());
    RankerFitting.Rankers rankers =
        new RankerFitting(recording, config, early, popularity, progress).fit(split);

    ValidationRun validation =
        new ValidationRun(recording, split, config, early, rankers, popularity);
    progress.accept(
        String.format(
            Locale.ROOT,
            "validation nDCG@10: popularity %.4f, gbdt %.4f, neural %.4f",
            validation.quality("popularity"),
            validation.quality("gbdt"),
            validation.quality("neural")));

    progress.accept("retrievers for serving");
    Retrievers retrievers = fitting.fit(split.testFrom());
    progress.accept("index: " + retrievers.videoVectors().rows() + " videos");
    FrozenIndex index =
        config
            .index()
            .build(
                retrievers.videoVectors(),
                BuildListener.SILENT,
                new SplittableRandom(config.seed()));

    Models models =
        new Models(
            provenance(recording, split, config, source, commit),
            recording.catalog(),
            retrievers.twoTower(),
            retrievers.attributes(),
            retrievers.videoVectors(),
            index,
            retrievers.als(),
            retrievers.neighbours(),
            retrievers.segments(),
            popularity,
            rankers.gbdt().model(),
            rankers.neural().model(),
            validation.best(),
            config);

    Gate gate = new Gate();
    gate.finite("video vectors", retrievers.videoVectors());
    gate.finite("factors of videos", retrievers.als().videos());
    gate.recall(recall(recording, models, split), config.leastRecall());
    gate.atLeast(
        "validation nDCG@10 of the page's ranker",
        Math.max(validation.quality("gbdt"), validation.quality("neural")),
        LEAST_SHARE,
        "popularity",
        validation.quality("popularity"));
    gate.requireOpen();
    return new Rebuilt(models, split, gate.checks(), TrainingCurves.of(retrievers, rankers));
  }

  private static Provenance provenance(
      Recording recording,
      TemporalSplit split,
      RebuildConfig config,
      String source,
      String commit) {
    String fingerprint = Fingerprint.of(recording);
    String day = Instant.ofEpochSecond(split.testFrom()).toString().substring(0, 10);
    return new Provenance(
        day + "-" + fingerprint.substring(0, 8) + "-" + config.seed(),
        source,
        recording.name(),
        fingerprint,
        split.testFrom(),
        config.seed(),
        commit);
  }

  /** Recall of the index for the vectors of real users as they stood at the cut. */
  private static IndexRecall recall(Recording recording, Models models, TemporalSplit split) {
    Matrix queries = queries(recording, models, split);
    int k = Math.min(100, models.videoVectors().rows());
    return IndexRecall.measure(models.index(), new ExactIndex(models.videoVectors()), queries, k);
  }

  /** Vectors of the users who were active last before the cut. */
  public static Matrix queries(Recording recording, Models models, TemporalSplit split) {
    EventLog log = recording.events();
    Replay replay = new Replay(log, new FeatureState(recording.catalog()));
    FeatureState state = replay.advanceTo(split.testFrom());
    UserVectors users = new UserVectors(models.twoTower(), models.attributes());
    List<float[]> vectors = new ArrayList<>();
    BitSet done = new BitSet();
    for (int i = log.indexAt(split.testFrom()) - 1;
        i >= 0 && vectors.size() < RECALL_QUERIES;
        i--) {
      int user = log.user(i);
      if (!done.get(user)) {
        done.set(user);
        vectors.add(users.of(Asked.of(user, Context.at(split.testFrom()), state)));
      }
    }
    Matrix queries = new Matrix(vectors.size(), models.videoVectors().columns());
    for (int r = 0; r < vectors.size(); r++) {
      System.arraycopy(vectors.get(r), 0, queries.data(), queries.offset(r), queries.columns());
    }
    return queries;
  }
}
