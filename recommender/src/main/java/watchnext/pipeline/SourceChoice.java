package watchnext.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.index.ExactIndex;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.retrieval.AlsSource;
import watchnext.retrieval.PopularSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.retrieval.Retriever;
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
final class SourceChoice {

  private static final int DEPTH = 500;
  private static final double WORTH_TUNING = 0.5;
  private static final String RECALL = "recall@100";
  private static final String NDCG = "ndcg@10";
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          List.of(ListMetric.RECALL.at(100), ListMetric.NDCG.at(10)), List.of(), 10, 1_000, 1, 0);
  private static final List<PopularityWindow> SIMPLEST_FIRST =
      List.of(PopularityWindow.EVER, PopularityWindow.WEEK, PopularityWindow.DAY);

  /**
   * What was chosen.
   *
   * @param config the settings with those that were chosen
   * @param popularity how far back popularity looks
   * @param retrievers the models of these settings, fitted before the rankers' part of train
   */
  record Chosen(RebuildConfig config, PopularityWindow popularity, Retrievers retrievers) {}

  /** A setting beside the model it makes, and the source over it. */
  private record Tried<S, M>(String name, S setting, M model, Retriever source) {}

  private final Recording recording;
  private final TemporalSplit split;
  private final RebuildConfig config;
  private final RetrieverFitting fitting;
  private final Consumer<String> progress;
  private final Replay replay;

  SourceChoice(
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
  Chosen from(Retrievers early) {
    List<Tried<NeighboursConfig, ItemNeighbours>> neighbours = new ArrayList<>();
    neighbours.add(tried(config.neighbours(), early.neighbours()));
    List<Tried<AlsConfig, AlsModel>> factors = new ArrayList<>();
    factors.add(tried(config.als(), early.als()));
    List<Contender> contenders = new ArrayList<>();
    for (PopularityWindow window : SIMPLEST_FIRST) {
      contenders.add(contender(window.name(), new PopularSource(window)));
    }
    contenders.add(contender(factors.get(0).name(), factors.get(0).source()));
    contenders.add(contender(neighbours.get(0).name(), neighbours.get(0).source()));
    Optional<EvaluationReport> report =
        sample(split.rankerFrom(), split.validationFrom())
            .map(set -> new Evaluator(set, SETTINGS).evaluate(contenders, replay::advanceTo));
    PopularityWindow popularity = report.map(this::window).orElse(PopularityWindow.EVER);
    if (isWorthTuning(report, factors.get(0).name(), popularity)) {
      for (AlsConfig other : around(config.als())) {
        factors.add(tried(other, fitting.als(other, split.rankerFrom())));
      }
    }
    if (isWorthTuning(report, neighbours.get(0).name(), popularity)) {
      for (NeighboursConfig other : config.neighbours().others()) {
        neighbours.add(tried(other, fitting.neighbours(other, split.rankerFrom())));
      }
    }
    return onValidation(early, neighbours, popularity, factors);
  }

  private static boolean isWorthTuning(
      Optional<EvaluationReport> report, String name, PopularityWindow popularity) {
    return report.isPresent()
        && recall(report.orElseThrow(), name)
            >= WORTH_TUNING * recall(report.orElseThrow(), popularity.name());
  }

  private Chosen onValidation(
      Retrievers models,
      List<Tried<NeighboursConfig, ItemNeighbours>> neighbours,
      PopularityWindow popularity,
      List<Tried<AlsConfig, AlsModel>> factors) {
    EvaluationSet set =
        EvaluationProtocol.DEFAULT
            .withAtMost(config.choiceRequests(), config.seed())
            .select(recording, split.validationFrom(), split.testFrom());
    Map<SourceKind, Retriever> sources =
        new Sources(
                VideoTables.of(recording.catalog(), models),
                models,
                popularity,
                new ExactIndex(models.videoVectors()),
                config.seed())
            .all();
    Map<String, List<RankedList>> lists = new LinkedHashMap<>();
    List<Contender> contenders = new ArrayList<>();
    sources.forEach(
        (kind, source) -> {
          if (kind != SourceKind.ALS && kind != SourceKind.NEIGHBOURS) {
            contenders.add(kept(kind.label(), source, lists));
          }
        });
    factors.forEach(each -> contenders.add(kept(each.name(), each.source(), lists)));
    neighbours.forEach(each -> contenders.add(kept(each.name(), each.source(), lists)));
    EvaluationReport report = new Evaluator(set, SETTINGS).evaluate(contenders, replay::advanceTo);

    Tried<AlsConfig, AlsModel> als = best(report, factors);
    Tried<NeighboursConfig, ItemNeighbours> similar = best(report, neighbours);
    Map<SourceKind, String> names = new EnumMap<>(SourceKind.class);
    sources.keySet().forEach(kind -> names.put(kind, kind.label()));
    names.put(SourceKind.ALS, als.name());
    names.put(SourceKind.NEIGHBOURS, similar.name());
    Map<SourceKind, List<RankedList>> ofSources = new EnumMap<>(SourceKind.class);
    names.forEach((kind, name) -> ofSources.put(kind, lists.getOrDefault(name, List.of())));
    Quotas quotas = quotas(ofSources, set);
    progress.accept(
        "sources: popularity over " + popularity + ", " + als.name() + ", " + similar.name());
    progress.accept("quotas: " + quotas.places());
    return new Chosen(
        config.with(als.setting(), similar.setting(), quotas),
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

  private Optional<EvaluationSet> sample(long from, long until) {
    return EvaluationProtocol.DEFAULT
        .withAtMost(config.choiceRequests(), config.seed())
        .find(recording, from, until);
  }

  private Contender contender(String name, Retriever source) {
    return new Contender(name, (asked, k) -> source.retrieve(asked, k).list(), 100);
  }

  /** A contender whose lists are kept under its name. */
  private Contender kept(String name, Retriever source, Map<String, List<RankedList>> lists) {
    List<RankedList> own = new ArrayList<>();
    lists.put(name, own);
    return new Contender(
        name,
        (asked, k) -> {
          RankedList list = source.retrieve(asked, k).list();
          own.add(list);
          return list;
        },
        DEPTH);
  }

  private PopularityWindow window(EvaluationReport report) {
    PopularityWindow best = SIMPLEST_FIRST.get(0);
    for (PopularityWindow window : SIMPLEST_FIRST) {
      if (window != best && report.compare(window.name(), best.name(), NDCG).isAbove()) {
        best = window;
      }
    }
    return best;
  }

  private <S, M> Tried<S, M> best(EvaluationReport report, List<Tried<S, M>> all) {
    Tried<S, M> best = all.get(0);
    for (Tried<S, M> each : all) {
      progress.accept(
          String.format(
              Locale.ROOT, "%s %.4f by %s", RECALL, recall(report, each.name()), each.name()));
      if (recall(report, each.name()) > recall(report, best.name())) {
        best = each;
      }
    }
    return best;
  }

  /** A third and three times each weight, the other one standing still. */
  private static List<AlsConfig> around(AlsConfig als) {
    double weight = als.unobservedWeight();
    double penalty = als.regularization();
    return List.of(
        als.withWeights(weight / 3, penalty),
        als.withWeights(weight * 3, penalty),
        als.withWeights(weight, penalty / 3),
        als.withWeights(weight, penalty * 3));
  }

  private static Tried<AlsConfig, AlsModel> tried(AlsConfig als, AlsModel model) {
    String name =
        String.format(
            Locale.ROOT,
            "ALS of unobserved weight %.3g and regularization %.3g",
            als.unobservedWeight(),
            als.regularization());
    return new Tried<>(name, als, model, new AlsSource(model));
  }

  private static Tried<NeighboursConfig, ItemNeighbours> tried(
      NeighboursConfig neighbours, ItemNeighbours model) {
    return new Tried<>(neighbours.summary(), neighbours, model, Sources.neighbours(model));
  }

  private static double recall(EvaluationReport report, String name) {
    return report.row(name).metric(RECALL).value();
  }
}
