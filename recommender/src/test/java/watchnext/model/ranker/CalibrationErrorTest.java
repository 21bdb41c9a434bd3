package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

  @Test
  void certaintyThatIsRightHasNoError() {
    float[] labels = {0, 1, 1, 0, 1, 0, 0, 0, 1, 1};
    assertThat(CalibrationError.of(labels, labels, 10)).isZero();
  }

  @Test
  void certaintyThatIsWrongHasErrorOne() {
    float[] labels = {0, 1, 1, 0, 1, 0, 0, 0, 1, 1};
    float[] predictions = new float[10];
    for (int i = 0; i < 10; i++) {
      predictions[i] = 1 - labels[i];
    }
    assertThat(CalibrationError.of(predictions, labels, 10)).isEqualTo(1);
  }

  @Test
  void errorsOfBinsAreWeighedByTheirSize() {
    // Ten bins of two. Nine predict 0.25 and see one label of 1 among their two: |0.5 - 0.25|.
    // The last predicts 0.75 and sees 1 of 2 as well: |0.5 - 0.75|. Together 0.25.
    float[] predictions = new float[20];
    float[] labels = new float[20];
    for (int i = 0; i < 20; i++) {
      predictions[i] = i < 18 ? 0.25f + i * 1e-6f : 0.75f;
      labels[i] = i % 2;
    }
    assertThat(CalibrationError.of(predictions, labels, 20)).isCloseTo(0.25, within(1e-4));
  }

  @Test
  void onlyTheGivenNumberOfLabelsCounts() {
    float[] predictions = new float[100];
    float[] labels = new float[100];
    Arrays.fill(labels, 50, 100, 1);
    assertThat(CalibrationError.of(predictions, labels, 50)).isZero();
    assertThat(CalibrationError.of(predictions, labels, 0)).isNaN();
  }
}
