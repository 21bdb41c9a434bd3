package watchnext.model.ranker;

import java.util.Arrays;

/**
 * How far predicted probabilities are from what happened. Predictions are sorted and cut into bins
 * of equal mass; with n_b labels in bin b of n, mean label ȳ_b and mean prediction p̄_b,
 *
 * <pre>  ECE = Σ_b (n_b / n) |ȳ_b − p̄_b|</pre>
 *
 * Bins of equal mass, because with bins of equal width almost every prediction of a rare action
 * falls into the first. Reference: Guo et al., On Calibration of Modern Neural Networks, ICML 2017
 * [guo2017]. <i>Stateless.</i>
 */
final class CalibrationError {

  private static final int BINS = 10;

  private CalibrationError() {}

  /** The error over the {@code n} predictions and their labels of 0 or 1; NaN of none. */
  static double of(float[] predictions, float[] labels, int n) {
    // A prediction is positive, so its bits sort as it does; its label rides below them. Equal
    // predictions come with the zeros first, which can only make the error look larger.
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = ((long) Float.floatToIntBits(predictions[i]) << 1) | (labels[i] == 1 ? 1 : 0);
    }
    Arrays.sort(keys);
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) n * bin / BINS);
      int to = (int) ((long) n * (bin + 1) / BINS);
      double difference = 0;
      for (int i = from; i < to; i++) {
        difference += (keys[i] & 1) - Float.intBitsToFloat((int) (keys[i] >> 1));
      }
      error += Math.abs(difference);
    }
    return n == 0 ? Double.NaN : error / n;
  }
}
