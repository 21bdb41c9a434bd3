package watchnext.benchmarks.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import watchnext.model.twotower.DescentConfig;
import watchnext.model.twotower.GuardConfig;
import watchnext.model.twotower.SoftmaxConfig;
import watchnext.model.twotower.TwoTowerConfig;

/** Other settings for the two-tower rows of a table. */
final class TwoTowerOptions {

  @Option(
      names = "--tower-dimension",
      paramLabel = "D",
      split = ",",
      description = "Dimensions of the two-tower rows (default: those of the table).")
  private List<Integer> dimensions = List.of();

  @Option(names = "--tower-epochs", paramLabel = "N", description = "Epochs of the two towers.")
  private @Nullable Integer epochs;

  @Option(names = "--tower-batch", paramLabel = "N", description = "Rows of a step.")
  private @Nullable Integer batch;

  @Option(names = "--tower-rate", paramLabel = "R", description = "Learning rate of the tables.")
  private @Nullable Double rate;

  @Option(
      names = "--tower-history-dropout",
      paramLabel = "P",
      description = "Share of a history that a step leaves out.")
  private @Nullable Double historyDropout;

  @Option(names = "--tower-temperature", paramLabel = "T", description = "Fixed temperature.")
  private @Nullable Double temperature;

  @Option(
      names = "--tower-negatives",
      paramLabel = "N",
      description = "Uniform negatives beside those of the batch.")
  private @Nullable Integer negatives;

  @Option(
      names = "--tower-examples",
      paramLabel = "N",
      description = "Most examples of one user an epoch, 0 for all.")
  private @Nullable Integer examplesPerUser;

  /** The table's settings with what was given in their place. */
  List<TwoTowerConfig> configs(List<TwoTowerConfig> defaults) {
    List<TwoTowerConfig> bases =
        dimensions.isEmpty()
            ? defaults
            : dimensions.stream().map(d -> defaults.get(0).withShape(d, 0)).toList();
    return bases.stream().map(this::changed).toList();
  }

  private TwoTowerConfig changed(TwoTowerConfig config) {
    return config
        .withSoftmax(changed(config.softmax()))
        .withGuards(changed(config.guards()))
        .withDescent(changed(config.descent()));
  }

  private SoftmaxConfig changed(SoftmaxConfig softmax) {
    SoftmaxConfig changed = softmax;
    changed = temperature == null ? changed : changed.withTemperature(temperature);
    return negatives == null ? changed : changed.withMixedNegatives(negatives);
  }

  private GuardConfig changed(GuardConfig guards) {
    return historyDropout == null ? guards : guards.withHistoryDropout(historyDropout);
  }

  private DescentConfig changed(DescentConfig descent) {
    DescentConfig changed = descent;
    changed = epochs == null ? changed : changed.withPasses(epochs, changed.batchSize());
    changed = batch == null ? changed : changed.withPasses(changed.epochs(), batch);
    changed = rate == null ? changed : changed.withTableLearningRate(rate);
    return examplesPerUser == null ? changed : changed.withExamplesPerUser(examplesPerUser);
  }
}
