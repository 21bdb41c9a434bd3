package watchnext.synthetic.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OracleTest {

  private static final long START = 1_704_067_200L;
  private static final Extent EXTENT = new Extent(12, 200, 3_000, 300, START, 14, 0.5, 0.6);
  private static final int TOP = 10;

  private final Truth truth = Truth.draw(EXTENT, 0, Script.NONE, 3);
  private final Oracle oracle = new Oracle(truth);

  /** What belongs to pairs and follows from nothing is worth something, but not much. */
  @Test
  void theOracleOfFactorsLiesBetweenTheOracleAndChanceAndNearTheOracle() {
    Oracle ofFactors = Oracle.ofFactors(truth);
    double ceiling = 0;
    double reached = 0;
    double chance = 0;
    float[] value = new float[1500];
    float[] expected = new float[1500];
    for (int user = 0; user < 150; user++) {
      oracle.score(user, START + 3 * Extent.DAY, 0, 18, value);
      ofFactors.score(user, START + 3 * Extent.DAY, 0, 18, expected);
      ceiling += meanOfTop(value, value);
      reached += meanOfTop(expected, value);
      for (float score : value) {
        chance += score / value.length;
      }
    }
    assertThat(Oracle.regret(reached, ceiling, chance)).isBetween(0.03, 0.12);
  }

  /** The mean over pairs of what is known of them is what is expected of them. */
  @Test
  void theOracleOfFactorsIsRightOnAverage() {
    Oracle ofFactors = Oracle.ofFactors(truth);
    double value = 0;
    double expected = 0;
    float[] scores = new float[1500];
    for (int user = 0; user < 150; user++) {
      oracle.score(user, START, 0, 18, scores);
      for (float score : scores) {
        value += score;
      }
      ofFactors.score(user, START, 0, 18, scores);
      for (float score : scores) {
        expected += score;
      }
    }
    assertThat(expected / value).isCloseTo(1, within(0.01));
  }

  private static double meanOfTop(float[] by, float[] value) {
    float[] left = by.clone();
    double sum = 0;
    for (int k = 0; k < TOP; k++) {
      int best = 0;
      for (int v = 1; v < left.length; v++) {
        best = left[v] > left[best] ? v : best;
      }
      sum += value[best];
      left[best] = Float.NEGATIVE_INFINITY;
    }
    return sum / TOP;
  }

  @Test
  void regretIsZeroForTheOracleAndOneForChance() {
    assertThat(Oracle.regret(8, 8, 2)).isZero();
    assertThat(Oracle.regret(2, 8, 2)).isEqualTo(1);
    assertThat(Oracle.regret(5, 8, 2)).isEqualTo(0.5);
    assertThatThrownBy(() -> Oracle.regret(5, 2, 2))
        .hasMessage("the oracle must do better than chance (2.0), did 2.0");
  }

  /** The closed form of the watch law against its own draws. */
  @Test
  void theProbabilityOfReachingASecondIsItsFrequency() {
    for (double duration : new double[] {6, 27, 300}) {
      for (double satisfaction : new double[] {0.2, 0.7}) {
        double wanted = Math.min(18, duration);
        int reached = 0;
        for (int i = 0; i < 40_000; i++) {
          double seconds = WatchLaw.watchSeconds(satisfaction, duration, Luck.key(9, i));
          reached += seconds >= wanted ? 1 : 0;
        }
        // Three standard deviations of a share of 40,000 draws are at most 0.0075.
        assertThat(reached / 40_000.0)
            .isCloseTo(WatchLaw.reaches(satisfaction, duration, wanted), within(0.0125));
      }
    }
  }
}
