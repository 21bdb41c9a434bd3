package watchnext.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.RequestInstant;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.model.ranker.RankerRows;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

/**
 * Trains the rankers on more and on less over the same retrievers, and judges each on the same
 * requests of the validation and of the test period.
 *
 * <p>Retrievers are fitted as {@link Rebuild} fits them: before the rankers' part of train for
 * training and validation, before the test cut for the test period. All sets are made in one
 * replay. Everything is chosen on validation; the test period is looked at and chooses nothing.
 * <i>Confined: one run, one thread.</i>
 */
public final class RankerStudy {

  /** Period names, the first word of a figure's name. */
  public static final List<String> PERIODS = List.of("validation", "test");

  /** Metrics, the second word. */
  public static final List<String> METRICS =
      List.of(ValidationAnswers.NDCG, ValidationAnswers.RECALL);

  /** Orders, the third word, beside those of the reference rows, which have a page alone. */
  public static final List<String> ORDERS = List.of("trees", "network", "blend", "page");

  private static final String UNION = "no ranker: union";
  private static final String SOURCE = "no ranker: best source";

  private final Recording recording;
  private final TemporalSplit split;
  private final RebuildConfig settings;
  private final int testRequests;
  private final Consumer<String> progress;

  /**
   * A study of one seed, that of {@code settings}.
   *
   * @param settings all that the variants have in common
   * @param testRequests most requests of the test period, at least 1
   * @throws IllegalArgumentException when the recording cannot be cut
   */
  public RankerStudy(
      Recording recording, RebuildConfig settings, int testRequests, Consumer<String> progress) {
    this.recording = recording;
    this.split = Splits.of(recording);
    this.settings = settings;
    this.testRequests = testRequests;
    this.progress = progress;
  }

  /** Stage 1 of one cut with the rows that go with it. */
  private record Stage(Sources sources, Quotas quotas, RowEncoder encoder) {
    RetrievalStage retrieval() {
      return sources.stage(quotas);
    }
  }

  /** A variant with its training set, which is whole after the replay. */
  private record Prepared(RankerVariant variant, TrainingRows rows) {}

  /**
   * The figures of each variant: rows, requests and seconds of training, and "period metric order"
   * for each of {@link #PERIODS}, {@link #METRICS} and {@link #ORDERS}. Two rows of stage 1 alone
   * come first.
   *
   * @throws IllegalArgumentException when a period has no request with a relevant video
   */
  public Map<String, Map<String, Double>> run(List<RankerVariant> variants) {
    progress.accept("seed " + settings.seed() + ": retrievers before the rankers' part");
    RetrieverFitting fitting = new RetrieverFitting(recording, settings, line -> {});
    SourceChoice.Chosen chosen =
        new SourceChoice(recording, split, settings, fitting, progress)
            .from(fitting.fit(split.rankerFrom()));
    progress.accept("seed " + settings.seed() + ": retrievers before the test period");
    Retrievers late =
        new RetrieverFitting(recording, chosen.config(), line -> {}).fit(split.testFrom());
    Stage early = stage(chosen, chosen.retrievers());
    LogPass pass = new LogPass();
    List<Prepared> prepared =
        variants.stream().map(each -> new Prepared(each, training(pass, each, early))).toList();
    EvaluationSet validating =
        atMost(settings.validationRequests())
            .select(recording, split.validationFrom(), split.testFrom());
    EvaluationSet testing = atMost(testRequests).select(recording, split.testFrom());
    EventLog log = recording.events();
    long end = log.epochSecond(log.size() - 1) + 1;
    ValidationAnswers validation = answers(pass, early, validating, split.testFrom());
    ValidationAnswers test = answers(pass, stage(chosen, late), testing, end);
    pass.run(recording, progress);
    return judged(prepared, validation, test);
  }

  private EvaluationProtocol atMost(int requests) {
    return EvaluationProtocol.DEFAULT.withAtMost(requests, settings.seed());
  }

  private Stage stage(SourceChoice.Chosen chosen, Retrievers retrievers) {
    Sources sources =
        new Sources(
            VideoTables.of(recording.catalog(), retrievers),
            retrievers,
            chosen.popularity(),
            new ExactIndex(retrievers.videoVectors()),
            settings.seed());
    return new Stage(sources, chosen.config().quotas(), Assembly.rowEncoder(retrievers));
  }

  private TrainingRows training(LogPass pass, RankerVariant variant, Stage stage) {
    TrainingRows training =
        new TrainingRows(
            stage.retrieval(),
            stage.encoder(),
            new FutureLabels(recording, split.validationFrom()),
            variant.negatives(),
            new SplittableRandom(settings.seed()));
    for (RequestInstant request :
        RankerSets.instants(recording, split, variant.requests(), settings)) {
      pass.at(request.epochSecond(), state -> training.add(request, state));
    }
    return training;
  }

  private ValidationAnswers answers(LogPass pass, Stage stage, EvaluationSet set, long until) {
    ValidationAnswers answers =
        new ValidationAnswers(
            recording.catalog(),
            set,
            stage.retrieval(),
            stage.encoder(),
            new FutureLabels(recording, until),
            stage.sources().all());
    set.requests()
        .forEach(request -> pass.at(request.epochSecond(), state -> answers.add(request, state)));
    return answers;
  }

  private Map<String, Map<String, Double>> judged(
      List<Prepared> prepared, ValidationAnswers validation, ValidationAnswers test) {
    RankerRows validationRows = validation.rows();
    RankerRows testRows = test.rows();
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (Prepared each : prepared) {
      RankerRows train = each.rows().build();
      long start = System.nanoTime();
      Rankers rankers = RankerFitting.fit(train, validationRows, settings, line -> {}).rankers();
      double seconds = (System.nanoTime() - start) / 1e9;
      OrderChoice.Judged judged =
          OrderChoice.of(validation, validationRows, rankers, settings.objective());
      EvaluationReport tested =
          test.judge(rankers, judged.order().blended(), testRows, settings.objective());
      figures.putIfAbsent(UNION, page(judged, tested, RankerKind.UNION.label()).all());
      figures.putIfAbsent(SOURCE, page(judged, tested, judged.order().leading().label()).all());
      String page = OrderChoice.row(judged.order());
      figures.put(
          each.variant().name(),
          page(judged, tested, page)
              .withLearnt(PERIODS.get(0), judged.report())
              .withLearnt(PERIODS.get(1), tested)
              .with("rows", train.size())
              .with("requests", train.groups())
              .with("seconds", seconds)
              .all());
      progress.accept(said(each.variant(), train, seconds, page));
    }
    return figures;
  }

  private String said(RankerVariant variant, RankerRows train, double seconds, String page) {
    return String.format(
        Locale.ROOT,
        "seed %d, %s: %d rows, trained in %.1f s, page by %s",
        settings.seed(),
        variant.name(),
        train.size(),
        seconds,
        page);
  }

  private static StudyFigures page(
      OrderChoice.Judged judged, EvaluationReport tested, String name) {
    return new StudyFigures()
        .withPage(PERIODS.get(0), judged.report(), name)
        .withPage(PERIODS.get(1), tested, name);
  }
}
