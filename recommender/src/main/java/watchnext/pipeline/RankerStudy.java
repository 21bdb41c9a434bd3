package watchnext.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import watchnext.dataset.LabelledRequest;
import watchnext.dataset.LabelledRequests;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.model.ranker.RankerRows;

/**
 * Trains the rankers in several ways over the same retrievers, and judges each way on the same
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

  private static final List<RankerKind> KINDS =
      List.of(RankerKind.GBDT, RankerKind.NEURAL, RankerKind.BLEND);

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

  /** A variant with its training set, which is whole after the replay. */
  private record Prepared(RankerVariant variant, Supplier<RankerRows> rows) {}

  /** Stage 1 of one cut with the rows that go with it. */
  private record Stage(Sources sources, Quotas quotas, Retrievers retrievers) {
    ValidationAnswers answers(Recording recording, EvaluationSet set, long until) {
      return new ValidationAnswers(
          recording.catalog(),
          set,
          sources.stage(quotas),
          Assembly.rowEncoder(retrievers),
          new FutureLabels(recording, until),
          sources.all());
    }
  }

  /**
   * The figures of each variant: rows, requests and seconds of training, and "period metric order"
   * for each of {@link #PERIODS}, {@link #METRICS} and {@link #ORDERS}. Two rows of stage 1 alone
   * come first. A variant of pages is left out where the log has none.
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
    LogPass pass = new LogPass();
    Stage early = stage(chosen, chosen.retrievers());
    Map<RankerVariant.Rows, Supplier<RankerRows>> sets = new HashMap<>();
    List<Prepared> prepared = new ArrayList<>();
    for (RankerVariant variant : variants) {
      prepared.add(
          new Prepared(
              variant, sets.computeIfAbsent(variant.rows(), rows -> listen(pass, rows, early))));
    }
    EventLog log = recording.events();
    long end = log.epochSecond(log.size() - 1) + 1;
    EvaluationSet validating =
        atMost(settings.validationRequests())
            .select(recording, split.validationFrom(), split.testFrom());
    EvaluationSet testing = atMost(testRequests).select(recording, split.testFrom());
    ValidationAnswers validation = early.answers(recording, validating, split.testFrom());
    ValidationAnswers test = stage(chosen, late).answers(recording, testing, end);
    validating.requests().forEach(r -> pass.at(r.epochSecond(), s -> validation.add(r, s)));
    testing.requests().forEach(r -> pass.at(r.epochSecond(), s -> test.add(r, s)));
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
    return new Stage(sources, chosen.config().quotas(), retrievers);
  }

  /** Asks {@code pass} for the requests of a training set; answers the set after the pass. */
  private Supplier<RankerRows> listen(LogPass pass, RankerVariant.Rows rows, Stage stage) {
    if (rows.origin() == RowOrigin.CANDIDATES) {
      TrainingRows training =
          new TrainingRows(
              stage.sources().stage(stage.quotas()),
              Assembly.rowEncoder(stage.retrievers()),
              new FutureLabels(recording, split.validationFrom()),
              rows.negatives(),
              new SplittableRandom(settings.seed()));
      requests(rows).forEach(r -> pass.at(r.epochSecond(), state -> training.add(r, state)));
      return training::build;
    }
    VariantRows training =
        new VariantRows(
            stage.sources().stage(stage.quotas()),
            Assembly.rowEncoder(stage.retrievers()),
            recording,
            split.validationFrom(),
            rows.negatives(),
            new SplittableRandom(settings.seed()));
    switch (rows.origin()) {
      case CANDIDATES -> throw new IllegalStateException("candidates have rows of their own");
      case CATALOGUE ->
          requests(rows)
              .forEach(r -> pass.at(r.epochSecond(), s -> training.addAgainstCatalogue(r, s)));
      case PAGES ->
          pages(rows).forEach(p -> pass.at(p.context().epochSecond(), s -> training.addPage(p, s)));
      case PAGES_AND_CANDIDATES ->
          pages(rows)
              .forEach(
                  p ->
                      pass.at(p.context().epochSecond(), s -> training.addPageAndCandidates(p, s)));
    }
    return training::build;
  }

  private List<EvaluationRequest> requests(RankerVariant.Rows rows) {
    return atMost(rows.requests())
        .find(recording, split.rankerFrom(), split.validationFrom())
        .map(EvaluationSet::requests)
        .orElse(List.of());
  }

  private List<LabelledRequest> pages(RankerVariant.Rows rows) {
    return LabelledRequests.sample(
        LabelledRequests.fromImpressions(recording, split.rankerFrom(), split.validationFrom()),
        rows.requests(),
        new SplittableRandom(settings.seed()));
  }

  private Map<String, Map<String, Double>> judged(
      List<Prepared> prepared, ValidationAnswers validation, ValidationAnswers test) {
    RankerRows validationRows = validation.rows();
    RankerRows testRows = test.rows();
    VariantFitting fitting = new VariantFitting(validationRows, settings);
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (Prepared each : prepared) {
      RankerVariant variant = each.variant();
      RankerRows train = each.rows().get();
      if (train.size() == 0 && variant.rows().origin().needsPages()) {
        continue;
      }
      VariantFitting.Fitted fitted = fitting.fit(variant, train);
      OrderChoice.Judged judged =
          OrderChoice.of(validation, validationRows, fitted.rankers(), settings.objective());
      EvaluationReport tested =
          test.judge(fitted.rankers(), judged.order().blended(), testRows, settings.objective());
      figures.putIfAbsent(UNION, alone(judged, tested, RankerKind.UNION.label()));
      figures.putIfAbsent(SOURCE, alone(judged, tested, judged.order().leading().label()));
      figures.put(variant.name(), figures(train, fitted, judged, tested));
      progress.accept(
          String.format(
              Locale.ROOT,
              "seed %d, %s: %d rows, trained in %.1f s, page by %s",
              settings.seed(),
              variant.name(),
              train.size(),
              fitted.seconds(),
              OrderChoice.row(judged.order())));
    }
    return figures;
  }

  /** The figures of an order of stage 1, which takes the place of the page. */
  private static Map<String, Double> alone(
      OrderChoice.Judged judged, EvaluationReport tested, String name) {
    Map<String, Double> row = new LinkedHashMap<>();
    put(row, PERIODS.get(0), judged.report(), name, "page");
    put(row, PERIODS.get(1), tested, name, "page");
    return row;
  }

  private static Map<String, Double> figures(
      RankerRows train,
      VariantFitting.Fitted fitted,
      OrderChoice.Judged judged,
      EvaluationReport tested) {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put("rows", (double) train.size());
    row.put("requests", (double) train.groups());
    row.put("seconds", fitted.seconds());
    String page = OrderChoice.row(judged.order());
    orders(row, PERIODS.get(0), judged.report(), page);
    orders(row, PERIODS.get(1), tested, page);
    return row;
  }

  private static void orders(
      Map<String, Double> row, String period, EvaluationReport report, String page) {
    for (int i = 0; i < KINDS.size(); i++) {
      String name = KINDS.get(i).label();
      if (report.rows().stream().anyMatch(r -> r.name().equals(name))) {
        put(row, period, report, name, ORDERS.get(i));
      }
    }
    put(row, period, report, page, "page");
  }

  private static void put(
      Map<String, Double> row, String period, EvaluationReport report, String name, String order) {
    for (String metric : METRICS) {
      row.put(period + " " + metric + " " + order, report.row(name).metric(metric).value());
    }
  }
}
