package watchnext.model.twotower;

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
    requireAtLeast("epochs", epochs, 1);
    requireAtLeast("batchSize", batchSize, 2);
    requireAtLeast("examplesPerUser", examplesPerUser, 0);
    requirePositive("learningRate", learningRate);
    requirePositive("tableLearningRate", tableLearningRate);
    requireAtLeast("threads", threads, 1);
  }

  static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
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
