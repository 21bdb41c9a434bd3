package watchnext.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import watchnext.model.ranker.GbdtTrainer;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.MultiTaskTrainer;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.Stopping;
import watchnext.model.ranker.TreeEnsemble;
import watchnext.model.ranker.TreeLoss;
import watchnext.task.Objective;

/**
 * Trains the rankers of one {@link RankerVariant} after the other. A model that two variants have
 * in common is trained once, and its seconds count for both. <i>Confined: one thread.</i>
 */
final class VariantFitting {

  private final RankerRows validation;
  private final RebuildConfig config;
  private final Map<Key, Timed<MultiTaskNetwork>> networks = new HashMap<>();
  private final Map<Key, Timed<TreeEnsemble>> trees = new HashMap<>();

  /** What tells one model from another: training set, settings, and how it learns. */
  private record Key(RankerVariant.Rows rows, Record settings, Enum<?> how) {}

  private record Timed<T>(Optional<T> model, double seconds) {}

  /** Rankers with the seconds that their training took, all together. */
  record Fitted(Rankers rankers, double seconds) {}

  VariantFitting(RankerRows validation, RebuildConfig config) {
    this.validation = validation;
    this.config = config;
  }

  Fitted fit(RankerVariant variant, RankerRows train) {
    if (train.size() == 0) {
      return new Fitted(Rankers.NONE, 0);
    }
    Timed<MultiTaskNetwork> logistic = network(variant, train, config.logistic());
    Timed<TreeEnsemble> gbdt =
        trees.computeIfAbsent(
            new Key(variant.rows(), config.gbdt(), variant.loss()),
            key -> timed(() -> trees(train, variant.loss())));
    Timed<MultiTaskNetwork> neural = network(variant, train, config.neural());
    return new Fitted(
        new Rankers(logistic.model(), gbdt.model(), neural.model()),
        logistic.seconds() + gbdt.seconds() + neural.seconds());
  }

  private Timed<MultiTaskNetwork> network(
      RankerVariant variant, RankerRows train, NeuralConfig settings) {
    return networks.computeIfAbsent(
        new Key(variant.rows(), settings, variant.stopping()),
        key -> timed(() -> Optional.of(network(train, settings, variant.stopping()))));
  }

  private MultiTaskNetwork network(RankerRows train, NeuralConfig settings, Stopping stopping) {
    Objective objective = config.objective();
    double[] values = {objective.click(), objective.longWatch(), objective.like()};
    return MultiTaskTrainer.train(
            train, Optional.of(validation), values, settings, stopping, line -> {})
        .model();
  }

  /** Nothing where no request has a better and a worse video, as pages of one video. */
  private Optional<TreeEnsemble> trees(RankerRows train, TreeLoss loss) {
    for (int g = 0; g < train.groups(); g++) {
      for (int row = train.start(g) + 1; row < train.end(g); row++) {
        if (train.relevance(row) != train.relevance(train.start(g))) {
          return Optional.of(
              GbdtTrainer.train(train, Optional.of(validation), config.gbdt(), loss, line -> {})
                  .model());
        }
      }
    }
    return Optional.empty();
  }

  private static <T> Timed<T> timed(Supplier<Optional<T>> training) {
    long start = System.nanoTime();
    Optional<T> model = training.get();
    return new Timed<>(model, (System.nanoTime() - start) / 1e9);
  }
}
