package watchnext.model.ranker;

import java.util.List;
import watchnext.measure.LabelMetrics;

/**
 * What happened while a network was trained. <i>Immutable.</i>
 *
 * @param epochs one entry a pass over the training rows
 * @param epochKept the pass whose weights are in the model, 0 for the first
 * @param calibration how honest the probabilities are, for each action with known labels among the
 *     validation rows
 */
public record NeuralReport(List<Epoch> epochs, int epochKept, List<Calibration> calibration) {

  /** Takes unmodifiable copies. */
  public NeuralReport {
    epochs = List.copyOf(epochs);
    calibration = List.copyOf(calibration);
  }

  /**
   * One pass.
   *
   * @param trainLoss mean log loss of the batches, as the weights moved
   * @param validationNdcg nDCG@10 of the validation rows, NaN without
   */
  public record Epoch(double trainLoss, double validationNdcg) {}

  /**
   * How honest the probabilities of one action are.
   *
   * @param action the action
   * @param labels number of known labels
   * @param baseRate share of them that are 1
   * @param logLoss mean log loss
   * @param expectedCalibrationError see {@link LabelMetrics#calibrationError}
   */
  public record Calibration(
      Action action,
      int labels,
      double baseRate,
      double logLoss,
      double expectedCalibrationError) {}
}
