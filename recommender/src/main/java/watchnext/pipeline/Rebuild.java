package watchnext.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.assembly.SourceKind;
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
import watchnext.retrieval.UserVectors;
import watchnext.snapshot.Fingerprint;
import watchnext.snapshot.GateCheck;
import watchnext.task.Asked;

/**
 * The offline page: from a recording to a set of models that may serve. Runs nightly, or when
 * something has drifted.
 *
 * <p>Retrievers are fitted twice: once before the rankers' part of train, so that the rankers learn
 * from candidates of retrievers that have not seen the answers; and once on everything before the
 * test cut, for serving. The log is replayed twice: for the settings of the sources, and for the
 * rows of the rankers. Nothing at or after the test cut is used. <i>Stateless.</i>
 */
public final class Rebuild {

  private static final int RECALL_QUERIES = 500;

  private Rebuild() {}

  /**
   * Trains, builds and checks, with the recording cut where {@link Splits} cuts it.
   *
   * @param source how the command line named the data, for the provenance
   * @param commit version of the code, for the provenance
   * @param progress told about every step
   * @return the models with what the gate said of them, open or closed
   */
  public static Rebuilt run(
      Recording recording,
      RebuildConfig config,
      String source,
      String commit,
      Consumer<String> progress) {
    return run(recording, Splits.of(recording, config.periods()), config, source, commit, progress);
  }

  /** The same with cuts of one's own: the default ones depend on where the recording ends. */
  public static Rebuilt run(
      Recording recording,
      TemporalSplit split,
      RebuildConfig settings,
      String source,
      String commit,
      Consumer<String> progress) {
    RetrieverFitting base = new RetrieverFitting(recording, settings, progress);
    progress.accept("retrievers for the choices and the rankers' training set");
    SourceChoice.Chosen chosen =
        new SourceChoice(recording, split, settings, base, progress)
            .from(base.fit(split.rankerFrom()));
    RebuildConfig config = chosen.config();
    progress.accept("retrievers for serving");
    Retrievers serving = new RetrieverFitting(recording, config, progress).fit(split.testFrom());

    List<float[]> queries = new ArrayList<>();
    RankerSets sets =
        RankerSets.replay(
            recording,
            split,
            chosen,
            state -> queries.addAll(activeUsers(recording, serving, split.testFrom(), state)),
            progress);
    progress.accept(
        String.format(
            Locale.ROOT,
            "training rows told apart from served rows: AUC %.3f (0.5: alike)",
            sets.toldApart()));
    RankerFitting.Fitted fitted =
        RankerFitting.fit(sets.train(), sets.validation(), config, progress);
    OrderChoice.Judged judged =
        OrderChoice.of(sets.answers(), sets.validation(), fitted.rankers(), config.objective());
    progress.accept(
        "page: order of "
            + OrderChoice.row(judged.order())
            + String.format(
                Locale.ROOT,
                ", validation nDCG@10 %.4f",
                judged.report().row(OrderChoice.row(judged.order())).metric("ndcg@10").value()));

    progress.accept("index: " + serving.videoVectors().rows() + " videos");
    FrozenIndex index =
        config
            .index()
            .build(
                serving.videoVectors(), BuildListener.SILENT, new SplittableRandom(config.seed()));
    Models models =
        new Models(
            provenance(recording, split, config, source, commit),
            recording.catalog(),
            serving.twoTower(),
            serving.attributes(),
            serving.videoVectors(),
            index,
            serving.als(),
            serving.neighbours(),
            serving.segments(),
            chosen.popularity(),
            fitted.rankers(),
            judged.order(),
            config);
    return new Rebuilt(
        models,
        settings,
        split,
        gate(models, queries, judged),
        new TrainingCurves(
            serving.twoTowerLosses(), fitted.gbdt(), fitted.neural(), sets.toldApart()),
        judged.report());
  }

  private static List<GateCheck> gate(
      Models models, List<float[]> queries, OrderChoice.Judged judged) {
    Gate gate = new Gate();
    gate.finite("video vectors", models.videoVectors());
    gate.finite("factors of videos", models.als().videos());
    gate.recall(
        IndexRecall.measure(
            models.index(),
            new ExactIndex(models.videoVectors()),
            matrix(queries, models.videoVectors().columns()),
            Math.min(100, models.videoVectors().rows())),
        models.config().leastRecall());
    String page = OrderChoice.row(judged.order());
    for (String metric : List.of(ValidationAnswers.NDCG, ValidationAnswers.RECALL)) {
      SourceKind best = OrderChoice.best(judged.report(), judged.sources(), metric);
      for (String baseline : new TreeSet<>(List.of(SourceKind.POPULAR.label(), best.label()))) {
        gate.notBelow(judged.report().compare(page, baseline, metric));
      }
    }
    return gate.checks();
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

  /** Vectors of the users who were active last before the cut. */
  public static Matrix queries(Recording recording, Models models, TemporalSplit split) {
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    FeatureState state = replay.advanceTo(split.testFrom());
    return matrix(
        activeUsers(recording, models.retrievers(), split.testFrom(), state),
        models.videoVectors().columns());
  }

  private static List<float[]> activeUsers(
      Recording recording, Retrievers models, long cut, FeatureState state) {
    EventLog log = recording.events();
    UserVectors users = new UserVectors(models.twoTower(), models.attributes());
    List<float[]> vectors = new ArrayList<>();
    BitSet done = new BitSet();
    for (int i = log.indexAt(cut) - 1; i >= 0 && vectors.size() < RECALL_QUERIES; i--) {
      int user = log.user(i);
      if (!done.get(user)) {
        done.set(user);
        vectors.add(Asked.of(user, Context.at(cut), state).once(users));
      }
    }
    return vectors;
  }

  private static Matrix matrix(List<float[]> rows, int columns) {
    Matrix matrix = new Matrix(rows.size(), columns);
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.get(r), 0, matrix.data(), matrix.offset(r), columns);
    }
    return matrix;
  }
}
