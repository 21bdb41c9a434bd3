package watchnext.benchmarks.paper;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsPenalty;

/** Other settings for the ALS rows of a table. */
final class AlsOptions {

  @Option(
      names = "--dimension",
      paramLabel = "D",
      split = ",",
      description = "Dimensions of the ALS rows (default: those of the table).")
  private List<Integer> dimensions = List.of();

  @Option(names = "--epochs", paramLabel = "N", description = "Epochs of the ALS rows.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--unobserved-weight",
      paramLabel = "A",
      description = "Weight of an unobserved pair in the ALS rows.")
  private Optional<Double> unobservedWeight = Optional.empty();

  @Option(names = "--regularization", paramLabel = "L", description = "Penalty of the ALS rows.")
  private Optional<Double> regularization = Optional.empty();

  @Option(
      names = "--frequency-exponent",
      paramLabel = "V",
      description = "How the penalty grows with the watches of a row, 0 to 1.")
  private Optional<Double> frequencyExponent = Optional.empty();

  @Option(
      names = "--unobserved-share",
      paramLabel = "B",
      description = "How much the unobserved pairs add to the penalty, 0 to 1.")
  private Optional<Double> unobservedShare = Optional.empty();

  /** The table's settings with what was given in their place. */
  List<AlsConfig> configs(List<AlsConfig> defaults) {
    List<AlsConfig> bases =
        dimensions.isEmpty()
            ? defaults
            : dimensions.stream().map(d -> nearest(defaults, d).withDimension(d)).toList();
    return bases.stream().map(this::changed).toList();
  }

  /** The settings made for the nearest dimension. */
  private static AlsConfig nearest(List<AlsConfig> defaults, int dimension) {
    AlsConfig best = defaults.get(0);
    for (AlsConfig config : defaults) {
      if (Math.abs(config.dimension() - dimension) < Math.abs(best.dimension() - dimension)) {
        best = config;
      }
    }
    return best;
  }

  private AlsConfig changed(AlsConfig config) {
    AlsPenalty penalty =
        new AlsPenalty(
            regularization.orElse(config.regularization()),
            frequencyExponent.orElse(config.penalty().frequencyExponent()),
            unobservedShare.orElse(config.penalty().unobservedShare()));
    return config
        .withEpochs(epochs.orElse(config.epochs()))
        .withLoss(unobservedWeight.orElse(config.unobservedWeight()), penalty);
  }
}
