package watchnext.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import watchnext.assembly.RankerKind;
import watchnext.assembly.Rankers;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationReport;
import watchnext.event.Recording;
import watchnext.model.ranker.RankerRows;
import watchnext.pipeline.OrderChoice;
import watchnext.pipeline.RankerFitting;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.RetrieverFitting;
import watchnext.pipeline.SourceChoice;
import watchnext.pipeline.Splits;
import watchnext.pipeline.ValidationAnswers;

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
  private final Consumer<String> progress;

  /**
   * A study of one seed, that of {@code settings}.
   *
   * @param settings all that the variants have in common
   * @throws IllegalArgumentException when the recording cannot be cut
   */
  public RankerStudy(Recording recording, RebuildConfig settings, Consumer<String> progress) {
    this.recording = recording;
    this.split = Splits.of(recording, settings.periods());
    this.settings = settings;
    this.progress = progress;
  }

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
    return judged(variants, StudySets.replay(recording, split, chosen, late, variants, progress));
  }

  private Map<String, Map<String, Double>> judged(List<RankerVariant> variants, StudySets sets) {
    RankerRows validation = sets.validation().rows();
    RankerRows test = sets.test().rows();
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (int i = 0; i < variants.size(); i++) {
      RankerRows train = sets.training().get(i).build();
      long start = System.nanoTime();
      Rankers rankers = RankerFitting.fit(train, validation, settings, line -> {}).rankers();
      double seconds = (System.nanoTime() - start) / 1e9;
      OrderChoice.Judged judged =
          OrderChoice.of(sets.validation(), validation, rankers, settings.objective());
      EvaluationReport tested =
          sets.test().judge(rankers, judged.order().blended(), test, settings.objective());
      add(figures, judged, tested);
      String page = OrderChoice.row(judged.order());
      figures.put(
          variants.get(i).name(),
          page(judged, tested, page)
              .withLearnt(PERIODS.get(0), judged.report())
              .withLearnt(PERIODS.get(1), tested)
              .with("rows", train.size())
              .with("requests", train.groups())
              .with("seconds", seconds)
              .all());
      progress.accept(said(variants.get(i), train, seconds, page));
    }
    return figures;
  }

  /** Adds the orders of stage 1 alone, which are the same for all variants. */
  private static void add(
      Map<String, Map<String, Double>> figures,
      OrderChoice.Judged judged,
      EvaluationReport tested) {
    String leading = judged.order().leading().label();
    figures.putIfAbsent(UNION, page(judged, tested, RankerKind.UNION.label()).all());
    figures.putIfAbsent(SOURCE, page(judged, tested, leading).all());
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
