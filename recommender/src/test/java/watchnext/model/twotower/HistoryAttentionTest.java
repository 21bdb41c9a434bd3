package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistoryAttentionTest {

  private static final int D = 3;

  /** Four representations; the latest of the history is row 2. */
  private final float[] table = {1, 0, 0, 0, 1, 0, 0.6f, 0.8f, 0, -0.5f, 0.2f, 0.3f};

  private final int[] rows = {2, 0, 3, 1};

  private float[] weights(double sharpness) {
    float[] weights = {0.4f, 0.3f, 0.2f, 0.1f};
    HistoryAttention.weigh(table, rows, weights, 0, 4, sharpness, D);
    return weights;
  }

  private double valueAlong(float[] direction, double sharpness) {
    float[] weights = weights(sharpness);
    double value = 0;
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < D; k++) {
        value += (double) weights[j] * table[rows[j] * D + k] * direction[k];
      }
    }
    return value;
  }

  @Test
  void withoutSharpnessTheWeightsStay() {
    assertThat(weights(0)).containsExactly(new float[] {0.4f, 0.3f, 0.2f, 0.1f}, within(1e-6f));
  }

  @Test
  void videosLikeTheLatestWeighMore() {
    // <r, q> with q = (0.6, 0.8, 0): 1 for itself, 0.6, -0.14 and 0.8; times ln 2 each is a power
    // of two: 0.4 * 2^1, 0.3 * 2^0.6, 0.2 * 2^-0.14, 0.1 * 2^0.8, divided by their sum 1.6103.
    float[] weights = weights(Math.log(2));
    assertThat(weights)
        .containsExactly(new float[] {0.4969f, 0.2824f, 0.1127f, 0.1081f}, within(1e-3f));
  }

  @Test
  void theGradientAgreesWithCentralDifferences() {
    float[] direction = {0.3f, -1, 0.7f};
    double sharpness = 2;
    float[] weights = weights(sharpness);
    float[] gradients = new float[table.length];
    HistoryAttention.backward(table, rows, weights, 0, 4, sharpness, direction, 0, gradients, D);
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < D; k++) {
        gradients[rows[j] * D + k] += weights[j] * direction[k];
      }
    }
    float h = 1e-2f;
    for (int i = 0; i < table.length; i++) {
      float value = table[i];
      table[i] = value + h;
      double up = valueAlong(direction, sharpness);
      table[i] = value - h;
      double down = valueAlong(direction, sharpness);
      table[i] = value;
      assertThat((double) gradients[i]).isCloseTo((up - down) / (2 * h), within(1e-3));
    }
  }
}
