package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * Settings of the two-tower model and its training, in groups. <i>Immutable.</i>
 *
 * @param dimension length of the vectors
 * @param hiddenUnits width of the hidden layer of each tower; 0 for towers without one, which then
 *     see ids, content and history only, and train without a native call
 * @param history how a user's history is pooled
 * @param softmax the loss
 * @param guards what a step leaves out
 * @param descent epochs, batches, rates, threads
 */
public record TwoTowerConfig(
    int dimension,
    int hiddenUnits,
    HistoryConfig history,
    SoftmaxConfig softmax,
    GuardConfig guards,
    DescentConfig descent) {

  /** Checks the ranges. */
  public TwoTowerConfig {
    Require.atLeast("dimension", dimension, 2);
    Require.atLeast("hiddenUnits", hiddenUnits, 0);
  }

  /** What the demo uses. */
  public static TwoTowerConfig defaults() {
    return new TwoTowerConfig(
        64,
        64,
        HistoryConfig.defaults(),
        SoftmaxConfig.defaults(),
        GuardConfig.defaults(),
        DescentConfig.defaults());
  }

  /** The same with another length of vectors and width of the hidden layers. */
  public TwoTowerConfig withShape(int newDimension, int newHiddenUnits) {
    return new TwoTowerConfig(newDimension, newHiddenUnits, history, softmax, guards, descent);
  }

  /** The same with another pooling of histories. */
  public TwoTowerConfig withHistory(HistoryConfig value) {
    return new TwoTowerConfig(dimension, hiddenUnits, value, softmax, guards, descent);
  }

  /** The same with another loss. */
  public TwoTowerConfig withSoftmax(SoftmaxConfig value) {
    return new TwoTowerConfig(dimension, hiddenUnits, history, value, guards, descent);
  }

  /** The same with other shares left out. */
  public TwoTowerConfig withGuards(GuardConfig value) {
    return new TwoTowerConfig(dimension, hiddenUnits, history, softmax, value, descent);
  }

  /** The same with another descent. */
  public TwoTowerConfig withDescent(DescentConfig value) {
    return new TwoTowerConfig(dimension, hiddenUnits, history, softmax, guards, value);
  }

  /** The same with another number of epochs and rows of a step. */
  public TwoTowerConfig withPasses(int epochs, int batchSize) {
    return withDescent(descent.withPasses(epochs, batchSize));
  }
}
