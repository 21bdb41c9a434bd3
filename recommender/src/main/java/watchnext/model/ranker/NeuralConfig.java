package watchnext.model.ranker;

import java.util.List;
import watchnext.require.Require;

/**
 * Hyper-parameters of {@link MultiTaskTrainer}. <i>Immutable.</i>
 *
 * @param hiddenUnits width of each hidden layer, from input to output; none makes the model a
 *     logistic regression per action
 * @param epochs most passes over the training rows, at least 1
 * @param batchSize rows a gradient step, at least 1
 * @param learningRate step of Adam, greater than 0
 * @param regularization L2 penalty on weights, 0 or more
 * @param patience passes without a better validation loss before training stops, at least 1
 * @param seed seed of first weights and of the order of rows
 */
public record NeuralConfig(
    List<Integer> hiddenUnits,
    int epochs,
    int batchSize,
    double learningRate,
    double regularization,
    int patience,
    long seed) {

  /** Two hidden layers of 128 and 64 units. */
  public static final NeuralConfig DEFAULT =
      new NeuralConfig(List.of(128, 64), 20, 512, 1e-3, 1e-5, 2, 1);

  /** One weight a feature and action: the simplest model that learns, the one to beat. */
  public static final NeuralConfig LOGISTIC =
      new NeuralConfig(List.of(), 20, 512, 3e-3, 1e-5, 2, 1);

  /** Checks the ranges and takes an unmodifiable copy of the widths. */
  public NeuralConfig {
    hiddenUnits = List.copyOf(hiddenUnits);
    for (int units : hiddenUnits) {
      Require.atLeast("hiddenUnits", units, 1);
    }
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batchSize", batchSize, 1);
    Require.atLeast("patience", patience, 1);
    Require.positive("learningRate", learningRate);
    Require.that(
        regularization >= 0 && regularization < Double.POSITIVE_INFINITY,
        "regularization must be at least 0, was %s",
        regularization);
  }

  /** The same with at most {@code count} epochs. */
  public NeuralConfig withEpochs(int count) {
    return new NeuralConfig(
        hiddenUnits, count, batchSize, learningRate, regularization, patience, seed);
  }

  /** The same with another seed. */
  public NeuralConfig withSeed(long newSeed) {
    return new NeuralConfig(
        hiddenUnits, epochs, batchSize, learningRate, regularization, patience, newSeed);
  }
}
