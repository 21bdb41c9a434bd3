package watchnext.model.twotower;

import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;

/**
 * Settings of the two-tower model and its training. The dense layers go down the gradient by Adam,
 * the embedding tables by row-wise Adagrad; both learning rates fall linearly to 0 over the
 * training. Towers without a hidden layer see ids, content and history only, and train without a
 * native call. <i>Immutable.</i>
 */
public record TwoTowerConfig(
    @Setting(meaning = "length of the vectors", range = "[2, inf)") int dimension,
    @Setting(meaning = "width of the hidden layer of each tower; 0 for none", range = "[0, inf)")
        int hiddenUnits,
    @Setting(meaning = "passes over the training set", range = "[1, inf)") int epochs,
    @Setting(
            meaning = "rows of a step; each row's positive is a negative of the others",
            range = "[2, inf)")
        int batchSize,
    @Setting(
            meaning = "most examples of one user that an epoch takes; 0 for all",
            range = "[0, inf)")
        int examplesPerUser,
    @Setting(meaning = "learning rate of the dense layers", range = "(0, inf)") double learningRate,
    @Setting(meaning = "learning rate of the embedding tables", range = "(0, inf)")
        double tableLearningRate,
    @SetElsewhere("the result does not depend on the number of threads") int threads,
    @Setting(meaning = "how a user's history becomes one vector") HistoryConfig history,
    @Setting(meaning = "the loss") SoftmaxConfig softmax,
    @Setting(meaning = "what a step leaves out, so that rows are not learnt by heart")
        GuardConfig guards) {

  /** Checks the ranges. */
  public TwoTowerConfig {
    Require.atLeast("dimension", dimension, 2);
    Require.atLeast("hiddenUnits", hiddenUnits, 0);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batchSize", batchSize, 2);
    Require.atLeast("examplesPerUser", examplesPerUser, 0);
    Require.positive("learningRate", learningRate);
    Require.positive("tableLearningRate", tableLearningRate);
    Require.atLeast("threads", threads, 1);
  }

  /**
   * What the demo uses: does well from fifty thousand positives to a million; with ten times as
   * many, fewer epochs do.
   */
  public static TwoTowerConfig defaults() {
    return new TwoTowerConfig(
        64,
        64,
        12,
        1024,
        0,
        0.001,
        0.05,
        1,
        HistoryConfig.defaults(),
        SoftmaxConfig.defaults(),
        GuardConfig.defaults());
  }
}
