package watchnext.benchmarks.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Catalog;
import watchnext.dataset.NextWatchCollector;
import watchnext.dataset.NextWatchExamples;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.Contender;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.Recommender;
import watchnext.evaluation.VideoFacts;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.feature.content.VideoContent;
import watchnext.index.ExactIndex;
import watchnext.index.VectorIndex;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.model.twotower.TwoTower;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.model.twotower.TwoTowerData;
import watchnext.model.twotower.TwoTowerTrainer;
import watchnext.pipeline.RetrieverFitting;
import watchnext.pipeline.Splits;
import watchnext.retrieval.ColdSource;
import watchnext.retrieval.Retriever;
import watchnext.retrieval.TwoTowerSource;
import watchnext.retrieval.UnmetVideos;
import watchnext.retrieval.UserVectors;
import watchnext.settings.Settings;
import watchnext.study.Exposure;

/**
 * Trains the embedding model once for each ingredient and seed, and judges it alone, by exact
 * search, on the requests of the test period that the other tables are made on, or of the
 * validation period. Videos that training never met are judged twice: by their places in one list
 * with all others, and in a list of their own ({@link ColdSource}).
 *
 * <p>All rows of a seed answer the same requests side by side and share the seed of their first
 * weights and batches, so that a difference is the ingredient's. <i>Confined: one thread.</i>
 */
final class AblationStudy {

  static final String RECALL = "recall@100";
  static final String NDCG = "ndcg@10";
  static final String NEW_VIDEOS = "recall@100/new-videos";
  static final String NEW_VIDEOS_ALONE = "recall@100/new-videos alone";
  static final String NEW_BY_ALL = "new-videos alone / all";
  static final String POPULARITY = "popularity";
  static final List<String> METRICS =
      List.of(RECALL, NDCG, NEW_VIDEOS, NEW_VIDEOS_ALONE, NEW_BY_ALL, POPULARITY);

  private static final String ALONE = ", new videos alone";
  private static final int DEPTH = 100;
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          List.of(ListMetric.RECALL.at(DEPTH), ListMetric.NDCG.at(10)),
          List.of(ListMetric.RECALL.at(DEPTH)),
          10,
          1,
          1,
          0);

  private final Recording recording;
  private final TwoTowerConfig base;
  private final NextWatchExamples examples;
  private final UserAttributes attributes;
  private final EvaluationSet requests;
  private final Consumer<String> progress;

  /**
   * A study of one data set.
   *
   * @param config settings of the default row, of the cuts and of the requests judged
   * @param mostExamples upper bound of the examples of a training
   * @param period which requests are judged; training ends where it begins
   */
  AblationStudy(
      Recording recording,
      RebuildConfig config,
      int mostExamples,
      Period period,
      Consumer<String> progress) {
    this.recording = recording;
    this.base = config.twoTower();
    this.progress = progress;
    TemporalSplit split = Splits.of(recording, config.periods());
    long cut = period.from(split);
    NextWatchExamples all = NextWatchCollector.collect(recording.events(), cut);
    this.examples = all.everyNth(1 + (all.size() - 1) / mostExamples);
    this.attributes = UserAttributes.fit(RetrieverFitting.usersBefore(recording, cut));
    this.requests =
        config.evaluation().select(recording, cut, period.until(split, recording.events()));
    progress.accept(
        recording.name()
            + ": "
            + examples.size()
            + " of "
            + all.size()
            + " examples, "
            + requests.size()
            + " requests");
  }

  /** How the figures were made, in words. */
  String protocol() {
    return requests.description();
  }

  /** The metrics of each ingredient, by name, with everything random drawn from one seed. */
  Map<String, Map<String, Double>> run(List<Ingredient> ingredients, long seed) {
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    List<Contender> contenders = new ArrayList<>();
    Map<String, Exposure> reaches = new LinkedHashMap<>();
    for (Ingredient ingredient : ingredients) {
      Model model = train(ingredient, seed);
      Exposure reach =
          new Exposure(asking(model.source()), recording.catalog().videos().size(), DEPTH);
      reaches.put(ingredient.name(), reach);
      contenders.add(new Contender(ingredient.name(), reach, DEPTH));
      contenders.add(new Contender(ingredient.name() + ALONE, asking(model.newVideos()), DEPTH));
    }
    EvaluationReport report =
        new Evaluator(requests, SETTINGS).evaluate(contenders, replay::advanceTo);
    Map<String, Map<String, Double>> results = new LinkedHashMap<>();
    reaches.forEach((name, reach) -> results.put(name, metrics(report, name, reach)));
    return results;
  }

  private static Recommender asking(Retriever retriever) {
    return (asked, k) -> retriever.retrieve(asked, k).list();
  }

  private Map<String, Double> metrics(EvaluationReport report, String name, Exposure reach) {
    Map<String, Estimate> measured = report.row(name).metrics();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String metric : List.of(RECALL, NDCG, NEW_VIDEOS)) {
      Estimate estimate = measured.get(metric);
      if (estimate != null) {
        metrics.put(metric, estimate.value());
      }
    }
    Estimate alone = report.row(name + ALONE).metrics().get(NEW_VIDEOS);
    if (alone != null) {
      metrics.put(NEW_VIDEOS_ALONE, alone.value());
      metrics.put(NEW_BY_ALL, alone.value() / report.row(name).metric(RECALL).value());
    }
    metrics.put(POPULARITY, popularityCorrelation(reach, requests.facts()));
    return metrics;
  }

  /**
   * Spearman's rank correlation, over the videos that could be listed, of the number of lists with
   * the number of people who had watched the video before the cut: 1 when the popular are listed
   * most, 0 when popularity does not matter. NaN when every video is in as many lists.
   */
  static double popularityCorrelation(Exposure lists, VideoFacts facts) {
    int[] videos = IntStream.range(0, facts.videos()).filter(facts::isAvailable).toArray();
    double[] listed = IntStream.of(videos).mapToDouble(lists::shown).toArray();
    double[] watchers = IntStream.of(videos).mapToDouble(facts::watchers).toArray();
    return new SpearmansCorrelation().correlation(listed, watchers);
  }

  /** What one training makes: the source of all videos, and that of new ones alone. */
  private record Model(TwoTowerSource source, ColdSource newVideos) {}

  private Model train(Ingredient ingredient, long seed) {
    Catalog told =
        new Catalog(
            recording.catalog().users(),
            recording.catalog().videos().stream().map(ingredient.content()).toList());
    VideoContent content = ContentEncoder.encode(told);
    TwoTowerTrainer.Trained trained =
        TwoTowerTrainer.train(
            new TwoTowerData(examples, told, content, attributes),
            Settings.with(base, ingredient.settings().toArray(String[]::new)),
            line -> {},
            new SplittableRandom(seed));
    TwoTower model = trained.model();
    progress.accept(
        String.format(
            Locale.ROOT,
            "seed %d, %s: trained in %.1f s, loss %.4f",
            seed,
            ingredient.name(),
            trained.seconds(),
            trained.epochLosses().get(trained.epochLosses().size() - 1)));
    UserVectors users = new UserVectors(model, attributes);
    Matrix vectors = model.encodeVideos(content);
    VectorIndex index = new ExactIndex(vectors);
    UnmetVideos unmet = UnmetVideos.of(vectors.rows(), model::hasMet);
    return new Model(
        new TwoTowerSource(users, index), new ColdSource(users, index, Rows.of(vectors), unmet));
  }
}
