package watchnext.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelMetricsTest {

  private static final boolean[] LABELS = {false, false, true, true};
  private static final float[] SCORES = {0.1f, 0.4f, 0.35f, 0.8f};

  @Test
  void aucIsTheShareOfPairsInTheRightOrder() {
    // 0.35 beats 0.1 but not 0.4; 0.8 beats both: 3 of 4 pairs.
    assertThat(LabelMetrics.auc(LABELS, SCORES)).isEqualTo(0.75);
  }

  @Test
  void aucReachesBothLimits() {
    assertThat(LabelMetrics.auc(LABELS, new float[] {-3, -2, -1, 0})).isEqualTo(1);
    assertThat(LabelMetrics.auc(LABELS, new float[] {0, -1, -2, -3})).isZero();
  }

  @Test
  void aucCountsATieOneHalf() {
    assertThat(LabelMetrics.auc(LABELS, new float[4])).isEqualTo(0.5);
    // The positive ties with one negative (1/2) and beats the other (1): 1.5 of 2 pairs.
    assertThat(LabelMetrics.auc(new boolean[] {false, true, false}, new float[] {5, 5, 2}))
        .isEqualTo(0.75);
    assertThat(LabelMetrics.auc(new boolean[] {false, true}, new float[] {0f, -0f})).isEqualTo(0.5);
  }

  @Test
  void aucEqualsTheCountOfAllPairsOnRandomRows() {
    SplittableRandom random = new SplittableRandom(3);
    boolean[] labels = new boolean[200];
    float[] scores = new float[200];
    for (int i = 0; i < 200; i++) {
      labels[i] = random.nextInt(3) == 0;
      scores[i] = random.nextInt(-8, 9) / 4f;
    }
    double right = 0;
    double pairs = 0;
    for (int p = 0; p < 200; p++) {
      for (int n = 0; n < 200; n++) {
        if (labels[p] && !labels[n]) {
          pairs++;
          right += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
        }
      }
    }
    assertThat(LabelMetrics.auc(labels, scores)).isCloseTo(right / pairs, within(1e-12));
  }

  @Test
  void gaucWeighsGroupsByRowsAndLeavesOutThoseOfOneLabel() {
    // Group 7 (4 rows): 0.75. Group 2 (2 rows, wrong order): 0. Group 5 has positives only.
    // (4 · 0.75 + 2 · 0) / 6 = 0.5. RowOrders of the groups are mixed on purpose.
    int[] groups = {7, 2, 7, 5, 7, 2, 7, 5, 5};
    boolean[] labels = {false, true, false, true, true, false, true, true, true};
    float[] scores = {0.1f, 0.2f, 0.4f, 0f, 0.35f, 0.9f, 0.8f, 1f, 2f};
    assertThat(LabelMetrics.gauc(groups, labels, scores)).isEqualTo(0.5);
  }

  @Test
  void gaucIsBlindToDifferencesBetweenGroups() {
    // Within a group all scores are equal; between groups they are perfect.
    int[] groups = {1, 1, 1, 2, 2, 2};
    boolean[] labels = {false, false, true, true, true, false};
    float[] scores = {0, 0, 0, 1, 1, 1};
    assertThat(LabelMetrics.gauc(groups, labels, scores)).isEqualTo(0.5);
    assertThat(LabelMetrics.auc(labels, scores)).isGreaterThan(0.5);
  }

  @Test
  void logLossIsMinusTheMeanLogarithmOfTheLabelsProbability() {
    // −(ln 0.8 + ln 0.6) / 2 = (0.22314 + 0.51083) / 2.
    assertThat(LabelMetrics.logLoss(new boolean[] {true, false}, new float[] {0.8f, 0.4f}))
        .isCloseTo(0.366985, within(1e-6));
    assertThat(LabelMetrics.logLoss(LABELS, new float[] {0.5f, 0.5f, 0.5f, 0.5f}))
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void logLossIsZeroWhenSureAndRightAndFiniteWhenSureAndWrong() {
    assertThat(LabelMetrics.logLoss(new boolean[] {true, false}, new float[] {1, 0})).isZero();
    assertThat(LabelMetrics.logLoss(new boolean[] {true}, new float[] {0}))
        .isCloseTo(-Math.log(1e-7), within(1e-12));
  }

  @Test
  void normalizedEntropyIsOneForTheShareOfPositives() {
    boolean[] labels = {true, false, false, false};
    assertThat(LabelMetrics.normalizedEntropy(labels, new float[] {.25f, .25f, .25f, .25f}))
        .isCloseTo(1, within(1e-12));
    assertThat(LabelMetrics.normalizedEntropy(labels, new float[] {1, 0, 0, 0})).isZero();
  }

  @Test
  void calibrationErrorComparesMeansInBinsOfEqualMass() {
    // Two bins of two rows: |0.5 − 0.15| and |1 − 0.8|; (0.35 + 0.2) / 2 = 0.275.
    boolean[] labels = {true, false, true, true};
    float[] probabilities = {0.2f, 0.1f, 0.9f, 0.7f};
    assertThat(LabelMetrics.calibrationError(labels, probabilities, 2))
        .isCloseTo(0.275, within(1e-6));
  }

  @Test
  void calibrationErrorReachesBothLimits() {
    assertThat(LabelMetrics.calibrationError(LABELS, new float[] {0, 0, 1, 1}, 4)).isZero();
    assertThat(LabelMetrics.calibrationError(LABELS, new float[] {1, 1, 0, 0}, 4)).isEqualTo(1);
  }

  @Test
  void aConstantPredictionIsOneBinWhateverTheOrderOfTheRows() {
    // |2/4 − 0.3| = 0.2, though four bins were asked for.
    float[] constant = {.3f, .3f, .3f, .3f};
    assertThat(LabelMetrics.calibrationError(LABELS, constant, 4)).isCloseTo(0.2, within(1e-6));
    boolean[] mixed = {true, false, true, false};
    assertThat(LabelMetrics.calibrationError(mixed, constant, 4)).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void shuffledLabelsBringEveryOrderToOneHalf() {
    SplittableRandom random = new SplittableRandom(11);
    int n = 20_000;
    int[] groups = new int[n];
    boolean[] labels = new boolean[n];
    float[] scores = new float[n];
    for (int i = 0; i < n; i++) {
      groups[i] = i / 20;
      labels[i] = random.nextInt(4) == 0;
      scores[i] = (labels[i] ? 1 : 0) + (float) random.nextDouble();
    }
    assertThat(LabelMetrics.auc(labels, scores)).isEqualTo(1);
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      boolean swap = labels[i];
      labels[i] = labels[other];
      labels[other] = swap;
    }
    // Standard error about √((P + N + 1) / 12PN) = 0.0047; four of them.
    assertThat(LabelMetrics.auc(labels, scores)).isCloseTo(0.5, within(0.019));
    assertThat(LabelMetrics.gauc(groups, labels, scores)).isCloseTo(0.5, within(0.019));
  }

  /** A log without likes, or one whose videos start by themselves and which has no clicks. */
  @Test
  void withoutAPairOfBothLabelsThereIsNoAuc() {
    boolean[] none = new boolean[4];
    int[] groups = {1, 1, 2, 2};
    assertThat(LabelMetrics.auc(none, SCORES)).isNaN();
    assertThat(LabelMetrics.gauc(groups, none, SCORES)).isNaN();
    boolean[] byGroup = {true, true, false, false};
    assertThat(LabelMetrics.auc(byGroup, SCORES)).isNotNaN();
    assertThat(LabelMetrics.gauc(groups, byGroup, SCORES)).isNaN();
  }

  @Test
  void badNumbersAndUnequalLengthsAreRefused() {
    assertThatThrownBy(() -> LabelMetrics.auc(LABELS, new float[] {1, 2, Float.NaN, 3}))
        .hasMessage("a score must be a number, was NaN at 2");
    assertThatThrownBy(() -> LabelMetrics.auc(LABELS, new float[3]))
        .hasMessage("columns must have one length above 0, had 4 and 3");
    assertThatThrownBy(() -> LabelMetrics.logLoss(new boolean[] {true}, new float[] {1.5f}))
        .hasMessage("a probability must be in [0, 1], was 1.5");
  }
}
