package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.List;

/**
 * A network's predictions beside the known labels of some rows: log loss and calibration.
 * <i>Confined: one thread at a time.</i>
 */
final class LabelLoss {

  /** Probabilities are kept this far from 0 and 1, so that one sure mistake stays finite. */
  private static final double MARGIN = 1e-7;

  private final RankerRows rows;
  private final float[] predictions;

  LabelLoss(MultiTaskNetwork model, RankerRows rows) {
    this.rows = rows;
    this.predictions = new float[rows.size() * Action.COUNT];
    model.predict(rows.features(), rows.size(), predictions);
  }

  /** One entry for each action with known labels. */
  List<NeuralReport.Calibration> calibration() {
    List<NeuralReport.Calibration> result = new ArrayList<>();
    for (Action action : Action.values()) {
      float[] predicted = new float[rows.size()];
      float[] labels = new float[rows.size()];
      int known = 0;
      double loss = 0;
      for (int row = 0; row < rows.size(); row++) {
        float label = rows.label(row, action);
        if (!Float.isNaN(label)) {
          predicted[known] = predictions[row * Action.COUNT + action.column()];
          labels[known] = label;
          loss += logLoss(predicted[known], label);
          known++;
        }
      }
      if (known > 0) {
        result.add(
            new NeuralReport.Calibration(
                action,
                known,
                sum(labels) / known,
                loss / known,
                CalibrationError.of(predicted, labels, known)));
      }
    }
    return result;
  }

  private static double logLoss(double probability, float label) {
    double likelihood = label == 1 ? probability : 1 - probability;
    return -Math.log(Math.max(MARGIN, likelihood));
  }

  private static double sum(float[] labels) {
    double sum = 0;
    for (float label : labels) {
      sum += label;
    }
    return sum;
  }
}
