package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * How the two towers go down the gradient. <i>Immutable.</i>
 *
 * @param epochs passes over the training set
 * @param batchSize rows of a step; each row's positive is a negative of the others
 * @param examplesPerUser most examples of one user that an epoch takes, 0 for all, see {@link
 *     EpochOrder}
 * @param learningRate of the dense layers (Adam), falling linearly to 0 over the training
 * @param tableLearningRate of the embedding tables (row-wise Adagrad), falling likewise
 * @param threads threads of a step; the model does not depend on them
 */
public record DescentConfig(
    int epochs,
    int batchSize,
    int examplesPerUser,
    double learningRate,
    double tableLearningRate,
    int threads) {

  /** Checks the ranges. */
  public DescentConfig {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batchSize", batchSize, 2);
    Require.atLeast("examplesPerUser", examplesPerUser, 0);
    Require.positive("learningRate", learningRate);
    Require.positive("tableLearningRate", tableLearningRate);
    Require.atLeast("threads", threads, 1);
  }

  /**
   * What does well from fifty thousand positives to a million; with ten times as many, fewer epochs
   * do.
   */
  public static DescentConfig defaults() {
    return new DescentConfig(12, 1024, 0, 0.001, 0.05, 1);
  }

  /** The same with another number of epochs and rows of a step. */
  public DescentConfig withPasses(int newEpochs, int newBatchSize) {
    return new DescentConfig(
        newEpochs, newBatchSize, examplesPerUser, learningRate, tableLearningRate, threads);
  }

  /** The same with another bound on the examples of one user. */
  public DescentConfig withExamplesPerUser(int value) {
    return new DescentConfig(epochs, batchSize, value, learningRate, tableLearningRate, threads);
  }

  /** The same with another rate of the embedding tables. */
  public DescentConfig withTableLearningRate(double value) {
    return new DescentConfig(epochs, batchSize, examplesPerUser, learningRate, value, threads);
  }

  /** The same on another number of threads. */
  public DescentConfig withThreads(int value) {
    return new DescentConfig(
        epochs, batchSize, examplesPerUser, learningRate, tableLearningRate, value);
  }
}
