package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.InteractionCollector;
import watchnext.dataset.Interactions;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.Contender;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationReport;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.EvaluationSettings;
import watchnext.evaluation.Evaluator;
import watchnext.evaluation.ListMetric;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsTrainer;
import watchnext.retrieval.AlsSource;

/**
 * The two weights that implicit ALS stands and falls by, chosen by recall@100 on the validation
 * period among a few: an untuned baseline is no baseline (Rendle et al., RecSys 2022 [rendle2022];
 * Ferrari Dacrema et al., TOIS 2021 [dacrema2021]). The models are fitted before the rankers' part
 * of train, as those that the rankers learn from. <i>Stateless.</i>
 */
final class AlsChoice {

  private static final int REQUESTS = 500;
  private static final double[] UNOBSERVED_WEIGHTS = {0.03, 0.1, 0.3};
  private static final double[] REGULARIZATIONS = {0.005, 0.015, 0.05};
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(List.of(ListMetric.RECALL.at(100)), List.of(), 10, 1, 1, 0);

  private AlsChoice() {}

  /** {@code base} with the weights that did best. */
  static AlsConfig on(
      Recording recording,
      TemporalSplit split,
      AlsConfig base,
      long seed,
      Consumer<String> progress) {
    Interactions watches = InteractionCollector.collect(recording, split.rankerFrom());
    Replay replay = new Replay(recording.events(), new FeatureState(recording.catalog()));
    List<AlsConfig> configs = new ArrayList<>();
    List<Contender> contenders = new ArrayList<>();
    for (double unobservedWeight : UNOBSERVED_WEIGHTS) {
      for (double regularization : REGULARIZATIONS) {
        AlsConfig config = base.withWeights(unobservedWeight, regularization);
        AlsSource source =
            new AlsSource(
                AlsTrainer.train(watches, config, line -> {}, new SplittableRandom(seed)));
        configs.add(config);
        contenders.add(
            new Contender(name(config), (asked, k) -> source.retrieve(asked, k).list(), 100));
      }
    }
    EvaluationSet requests =
        EvaluationProtocol.DEFAULT
            .withAtMost(REQUESTS, seed)
            .select(recording, split.validationFrom(), split.testFrom());
    EvaluationReport report =
        new Evaluator(requests, SETTINGS).evaluate(contenders, replay::advanceTo);
    AlsConfig best = configs.get(0);
    for (AlsConfig config : configs) {
      best = recall(report, config) > recall(report, best) ? config : best;
    }
    progress.accept(
        String.format(
            Locale.ROOT,
            "ALS: %s did best on validation, recall@100 %.4f",
            name(best),
            recall(report, best)));
    return best;
  }

  private static String name(AlsConfig config) {
    return "unobserved weight "
        + config.unobservedWeight()
        + ", regularization "
        + config.regularization();
  }

  private static double recall(EvaluationReport report, AlsConfig config) {
    return report.row(name(config)).metric("recall@100").value();
  }
}
