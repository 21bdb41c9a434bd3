package watchnext.benchmarks.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.MetricAt;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.settings.Settings;

/**
 * Chooses the settings of item neighbours by the task of the table itself, NDCG@10 over 99
 * negatives, one item earlier: the last train item of each user is asked for, by models of the
 * other train items. Test files are not looked at. <i>Stateless.</i>
 */
final class NcfNeighbours {

  private static final int NEGATIVES = 99;
  private static final MetricAt HIT = ListMetric.HIT.at(10);
  private static final MetricAt NDCG = ListMetric.NDCG.at(10);

  private NcfNeighbours() {}

  /** The best of {@link NeighboursConfig#candidates}; among equals the earlier. */
  static NeighboursConfig choose(NcfFiles files, int threads, Consumer<String> progress) {
    NcfFiles earlier = files.validation(NEGATIVES, new SplittableRandom(1));
    OneOfHundred protocol =
        new OneOfHundred(earlier.questions(), earlier.train().rows(), earlier.train().columns());
    NeighboursConfig best = Settings.with(NeighboursConfig.defaults(), "threads=" + threads);
    double most = -1;
    for (NeighboursConfig candidate : NeighboursConfig.candidates()) {
      NeighboursConfig config = Settings.with(candidate, "threads=" + threads);
      Scorer scorer =
          Method.neighbours("", config)
              .training()
              .train(earlier.train(), new SplittableRandom(1), progress);
      Map<String, Double> means = protocol.judge(scorer, List.of(HIT, NDCG));
      double ndcg = means.getOrDefault(NDCG.label(), 0.0);
      progress.accept(
          String.format(
              Locale.ROOT,
              "validation: hr@10 %.4f, ndcg@10 %.4f by %s",
              means.getOrDefault(HIT.label(), 0.0),
              ndcg,
              config.summary()));
      if (ndcg > most) {
        best = config;
        most = ndcg;
      }
    }
    progress.accept("neighbours, chosen on validation: " + best.summary());
    return best;
  }
}
