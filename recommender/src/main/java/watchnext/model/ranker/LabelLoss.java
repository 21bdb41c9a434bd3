package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchnext.measure.LabelMetrics;

/**
 * A network's predictions beside the known labels of some rows: log loss and calibration.
 * <i>Confined: one thread at a time.</i>
 */
final class LabelLoss {

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
      boolean[] labels = new boolean[rows.size()];
      int known = 0;
      for (int row = 0; row < rows.size(); row++) {
        float label = rows.label(row, action);
        if (!Float.isNaN(label)) {
          predicted[known] = predictions[row * Action.COUNT + action.column()];
          labels[known++] = label == 1;
        }
      }
      if (known > 0) {
        result.add(
            calibration(action, Arrays.copyOf(labels, known), Arrays.copyOf(predicted, known)));
      }
    }
    return result;
  }

  private static NeuralReport.Calibration calibration(
      Action action, boolean[] labels, float[] predicted) {
    return new NeuralReport.Calibration(
        action,
        labels.length,
        LabelMetrics.share(labels),
        LabelMetrics.logLoss(labels, predicted),
        LabelMetrics.calibrationError(labels, predicted, LabelMetrics.BINS));
  }
}
