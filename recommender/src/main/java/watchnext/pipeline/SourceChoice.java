package watchnext.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import watchnext.assembly.Quotas;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.assembly.SourceKind;
import watchnext.assembly.Sources;
import watchnext.assembly.VideoTables;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.index.ExactIndex;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.Retriever;
import watchnext.settings.Settings;
import watchnext.task.RankedList;

/**
 * Every setting of stage 1 that the data decide: one replay, two samples of requests before the
 * test period. Sources are chosen by recall@100, since a ranker orders what they find; the window
 * of popularity by nDCG@10, since popularity is also the baseline of the page.
 *
 * <ol>
 *   <li>On the rankers' part of train: how far back popularity looks.
 *   <li>On the validation period: the settings of item neighbours, the two weights that implicit
 *       ALS stands and falls by (Rendle et al., RecSys 2022 [rendle2022]), and the quota of each
 *       source ({@link QuotaChoice}). Where neighbours or ALS found less than half of what
 *       popularity found on the first sample, their settings are left as they are: no fit is spent
 *       on them.
 * </ol>
 *
 * <p>The simplest stays until it is beaten: all-time popularity gives way only to a window that is
 * above it beyond the paired interval. All models were fitted before the first sample. <i>Confined:
 * one choice.</i>
 */
public final class SourceChoice {

  private static final double WORTH_TUNING = 0.5;
  private static final List<PopularityWindow> SIMPLEST_FIRST =
      List.of(PopularityWindow.EVER, PopularityWindow.WEEK, PopularityWindow.DAY);

  /**
   * What was chosen.
   *
   * @param config the settings with those that were chosen
   * @param popularity how far back popularity looks
   * @param retrievers the models of these settings, fitted before the rankers' part of train
   */
  public record Chosen(RebuildConfig config, PopularityWindow popularity, Retrievers retrievers) {}

  private final Recording recording;
  private final TemporalSplit split;
  private final RebuildConfig config;
  private final RetrieverFitting fitting;
  private final Consumer<String> progress;
  private final Replay replay;

  /** A choice on the validation period of {@code split}. */
  public SourceChoice(
      Recording recording,
      TemporalSplit split,
      RebuildConfig config,
      RetrieverFitting fitting,
      Consumer<String> progress) {
    this.recording = recording;
    this.split = split;
    this.config = config;
    this.fitting = fitting;
    this.progress = progress;
    this.replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
  }

  /** Chooses for {@code early}, models of the base settings fitted before the rankers' part. */
  public Chosen from(Retrievers early) {
    List<TriedSetting<NeighboursConfig, ItemNeighbours>> neighbours = new ArrayList<>();
    neighbours.add(TriedSetting.of(config.neighbours(), early.neighbours()));
    List<TriedSetting<AlsConfig, AlsModel>> factors = new ArrayList<>();
    factors.add(TriedSetting.of(config.als(), early.als()));
    SourceTrial trial = new SourceTrial();
    SIMPLEST_FIRST.forEach(window -> trial.add(window.name(), new PopularSource(window)));
    trial.add(factors.get(0).name(), factors.get(0).source());
    trial.add(neighbours.get(0).name(), neighbours.get(0).source());
    Optional<EvaluationReport> report =
        protocol()
            .find(recording, split.rankerFrom(), split.validationFrom())
            .map(set -> trial.run(set, replay));
    PopularityWindow popularity = report.map(this::window).orElse(PopularityWindow.EVER);
    if (isWorthTuning(report, factors.get(0).name(), popularity)) {
      for (AlsConfig other : around(config.als())) {
        factors.add(TriedSetting.of(other, fitting.als(other, split.rankerFrom())));
      }
    }
    if (isWorthTuning(report, neighbours.get(0).name(), popularity)) {
      for (NeighboursConfig other : config.neighbours().others()) {
        neighbours.add(TriedSetting.of(other, fitting.neighbours(other, split.rankerFrom())));
      }
    }
    return onValidation(early, neighbours, popularity, factors);
  }

  private EvaluationProtocol protocol() {
    return config.evaluation().atMost(config.choiceRequests(), config.seed());
  }

  private static boolean isWorthTuning(
      Optional<EvaluationReport> report, String name, PopularityWindow popularity) {
    return report.isPresent()
        && SourceTrial.recall(report.orElseThrow(), name)
            >= WORTH_TUNING * SourceTrial.recall(report.orElseThrow(), popularity.name());
  }

  private Chosen onValidation(
      Retrievers models,
      List<TriedSetting<NeighboursConfig, ItemNeighbours>> neighbours,
      PopularityWindow popularity,
      List<TriedSetting<AlsConfig, AlsModel>> factors) {
    EvaluationSet set = protocol().select(recording, split.validationFrom(), split.testFrom());
    Map<SourceKind, Retriever> sources =
        new Sources(
                VideoTables.of(recording.catalog(), models),
                models,
                popularity,
                new ExactIndex(models.videoVectors()),
                config.seed())
            .all();
    SourceTrial trial = new SourceTrial();
    sources.forEach(
        (kind, source) -> {
          if (kind != SourceKind.ALS && kind != SourceKind.NEIGHBOURS) {
            trial.add(kind.label(), source);
          }
        });
    factors.forEach(each -> trial.add(each.name(), each.source()));
    neighbours.forEach(each -> trial.add(each.name(), each.source()));
    EvaluationReport report = trial.run(set, replay);

    TriedSetting<AlsConfig, AlsModel> als = TriedSetting.best(report, factors, progress);
    TriedSetting<NeighboursConfig, ItemNeighbours> similar =
        TriedSetting.best(report, neighbours, progress);
    Map<SourceKind, List<RankedList>> lists = new EnumMap<>(SourceKind.class);
    sources.keySet().forEach(kind -> lists.put(kind, trial.lists(kind.label())));
    lists.put(SourceKind.ALS, trial.lists(als.name()));
    lists.put(SourceKind.NEIGHBOURS, trial.lists(similar.name()));
    Quotas quotas = quotas(lists, set);
    progress.accept(
        "sources: popularity over " + popularity + ", " + als.name() + ", " + similar.name());
    progress.accept("quotas: " + quotas.places());
    return new Chosen(
        Settings.with(
            config,
            Map.of("als", als.setting(), "neighbours", similar.setting(), "quotas", quotas)),
        popularity,
        models.with(als.model()).with(similar.model()));
  }

  private Quotas quotas(Map<SourceKind, List<RankedList>> lists, EvaluationSet set) {
    List<SourceKind> kinds = List.copyOf(lists.keySet());
    int[] shares =
        new QuotaChoice(
                List.copyOf(lists.values()),
                set.requests().stream().map(EvaluationRequest::relevant).toList())
            .share(kinds.stream().mapToInt(config.quotas()::of).toArray(), config.candidates());
    Map<SourceKind, Integer> places = new EnumMap<>(SourceKind.class);
    for (int i = 0; i < shares.length; i++) {
      places.put(kinds.get(i), shares[i]);
    }
    return new Quotas(places);
  }

  private PopularityWindow window(EvaluationReport report) {
    PopularityWindow best = SIMPLEST_FIRST.get(0);
    for (PopularityWindow window : SIMPLEST_FIRST) {
      if (window != best
          && report.compare(window.name(), best.name(), SourceTrial.NDCG).isAbove()) {
        best = window;
      }
    }
    return best;
  }

  /** A third and three times each weight, the other one standing still. */
  private static List<AlsConfig> around(AlsConfig als) {
    double weight = als.unobservedWeight();
    double penalty = als.regularization();
    return List.of(
        Settings.with(als, "unobservedWeight=" + weight / 3),
        Settings.with(als, "unobservedWeight=" + weight * 3),
        Settings.with(als, "penalty.regularization=" + penalty / 3),
        Settings.with(als, "penalty.regularization=" + penalty * 3));
  }
}
