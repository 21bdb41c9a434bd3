package watchnext.model.twotower;

/**
 * Settings of the two-tower model and its training. Defaults stand here and nowhere else.
 * <i>Immutable.</i>
 *
 * @param dimension length of the vectors
 * @param hiddenUnits width of the hidden layer of each tower; 0 for towers without one, which then
 *     see ids, content and history only, and train without a native call
 * @param history how a user's history is pooled
 * @param epochs passes over the training set
 * @param batchSize rows of a step; each row's positive is a negative of the others
 * @param learningRate of the dense layers (Adam), falling linearly to 0 over the training
 * @param tableLearningRate of the embedding tables (row-wise Adagrad), falling likewise
 * @param regularization share of an embedding row's length that a step with rate 1 takes off
 * @param idDropout probability that a video of the batch goes without its id embedding, so that
 *     content learns to stand in for it. Volkovs et al., DropoutNet, NIPS 2017 [volkovs2017]
 * @param historyDropout probability that a video of a history is left out
 * @param softmax the loss
 * @param newVideoLift length of the step towards the mean user that a video which training never
 *     met takes before its vector gets length 1 again. Its content says whom it is for; that it is
 *     new, and so more watched than old videos of its kind that few cared for, is not in the
 *     content
 * @param examplesPerUser most examples of one user that an epoch takes, 0 for all, see {@link
 *     EpochOrder}
 * @param threads threads of a step; the model does not depend on them
 */
public record TwoTowerConfig(
    int dimension,
    int hiddenUnits,
    HistoryConfig history,
    int epochs,
    int batchSize,
    double learningRate,
    double tableLearningRate,
    double regularization,
    double idDropout,
    double historyDropout,
    SoftmaxConfig softmax,
    double newVideoLift,
    int examplesPerUser,
    int threads) {

  /** Checks the ranges. */
  public TwoTowerConfig {
    requireAtLeast("dimension", dimension, 2);
    requireAtLeast("hiddenUnits", hiddenUnits, 0);
    requireAtLeast("epochs", epochs, 1);
    requireAtLeast("batchSize", batchSize, 2);
    requirePositive("learningRate", learningRate);
    requirePositive("tableLearningRate", tableLearningRate);
    if (!(regularization >= 0 && regularization < 1)) {
      throw new IllegalArgumentException("regularization must be in [0, 1), was " + regularization);
    }
    requireProbability("idDropout", idDropout);
    requireProbability("historyDropout", historyDropout);
    if (!(newVideoLift >= 0 && newVideoLift < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "newVideoLift must be 0 or more and finite, was " + newVideoLift);
    }
    requireAtLeast("examplesPerUser", examplesPerUser, 0);
    requireAtLeast("threads", threads, 1);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
    }
  }

  /**
   * What does well from fifty thousand positives to a million; with ten times as many, fewer epochs
   * do.
   */
  public static TwoTowerConfig defaults() {
    return new TwoTowerConfig(
        64,
        64,
        HistoryConfig.defaults(),
        12,
        1024,
        0.001,
        0.05,
        0,
        0.3,
        0.2,
        SoftmaxConfig.defaults(),
        0,
        0,
        1);
  }

  /** The same with another length of vectors and width of the hidden layers. */
  public TwoTowerConfig withShape(int newDimension, int newHiddenUnits) {
    return new TwoTowerConfig(
        newDimension,
        newHiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same with another number of epochs and rows of a step. */
  public TwoTowerConfig withPasses(int newEpochs, int newBatchSize) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        newEpochs,
        newBatchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same with other learning rates. */
  public TwoTowerConfig withRates(double dense, double tables) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        dense,
        tables,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same with other guards against overfitting. */
  public TwoTowerConfig withGuards(double newRegularization, double id, double newHistory) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        newRegularization,
        id,
        newHistory,
        softmax,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same with another pooling of histories. */
  public TwoTowerConfig withHistory(HistoryConfig value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        value,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same with another loss. */
  public TwoTowerConfig withSoftmax(SoftmaxConfig value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        value,
        newVideoLift,
        examplesPerUser,
        threads);
  }

  /** The same on another number of threads. */
  public TwoTowerConfig withThreads(int value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        examplesPerUser,
        value);
  }

  /** The same with another lift of new videos. */
  public TwoTowerConfig withNewVideoLift(double value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        value,
        examplesPerUser,
        threads);
  }

  /** The same with another bound on the examples of one user. */
  public TwoTowerConfig withExamplesPerUser(int value) {
    return new TwoTowerConfig(
        dimension,
        hiddenUnits,
        history,
        epochs,
        batchSize,
        learningRate,
        tableLearningRate,
        regularization,
        idDropout,
        historyDropout,
        softmax,
        newVideoLift,
        value,
        threads);
  }
}
