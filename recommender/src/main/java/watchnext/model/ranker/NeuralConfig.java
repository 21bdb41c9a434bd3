package watchnext.model.ranker;

import java.util.List;
import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;

/** Hyper-parameters of {@link MultiTaskTrainer}. <i>Immutable.</i> */
public record NeuralConfig(
    @Setting(
            meaning =
                "width of each hidden layer from input to output; [] for a logistic regression",
            range = "[1, inf)")
        List<Integer> hiddenUnits,
    @Setting(meaning = "most passes over the training rows", range = "[1, inf)") int epochs,
    @Setting(meaning = "rows of a gradient step", range = "[1, inf)") int batchSize,
    @Setting(meaning = "step of Adam", range = "(0, inf)") double learningRate,
    @Setting(meaning = "L2 penalty on weights", range = "[0, inf)") double regularization,
    @Setting(
            meaning = "passes without a better validation loss before training stops",
            range = "[1, inf)")
        int patience,
    @SetElsewhere("it is the option --seed") long seed) {

  /** Two hidden layers of 128 and 64 units. */
  public static NeuralConfig defaults(long seed) {
    return new NeuralConfig(List.of(128, 64), 20, 512, 1e-3, 1e-5, 2, seed);
  }

  /** One weight a feature and action: the simplest model that learns, the one to beat. */
  public static NeuralConfig logistic(long seed) {
    return new NeuralConfig(List.of(), 20, 512, 3e-3, 1e-5, 2, seed);
  }

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
}
