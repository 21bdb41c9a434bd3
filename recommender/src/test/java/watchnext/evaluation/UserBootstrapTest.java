package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UserBootstrapTest {

  private static final int USERS = 400;

  @Test
  void theIntervalOfIndependentRequestsIsThatOfTheNormalApproximation() {
    int[] users = new int[USERS];
    double[] values = new double[USERS];
    for (int i = 0; i < USERS; i++) {
      users[i] = i;
      values[i] = i % 4 == 0 ? 1 : 0;
    }
    Estimate estimate = new UserBootstrap(users, 2_000, 1).estimate(values);
    // Standard error √(0.25 · 0.75 / 400) = 0.02165; the half width is 1.96 of it: 0.0424.
    assertThat(estimate.value()).isEqualTo(0.25);
    assertThat(estimate.low()).isCloseTo(0.25 - 0.0424, within(0.005));
    assertThat(estimate.high()).isCloseTo(0.25 + 0.0424, within(0.005));
  }

  @Test
  void fourEqualRequestsOfAUserAreNoMoreEvidenceThanOne() {
    int[] once = new int[USERS];
    double[] onceValues = new double[USERS];
    int[] fourTimes = new int[4 * USERS];
    double[] fourTimesValues = new double[4 * USERS];
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < USERS; i++) {
      once[i] = i;
      onceValues[i] = random.nextDouble();
      for (int j = 0; j < 4; j++) {
        fourTimes[4 * i + j] = i;
        fourTimesValues[4 * i + j] = onceValues[i];
      }
    }
    Estimate one = new UserBootstrap(once, 500, 1).estimate(onceValues);
    Estimate four = new UserBootstrap(fourTimes, 500, 1).estimate(fourTimesValues);
    assertThat(four.low()).isCloseTo(one.low(), within(1e-12));
    assertThat(four.high()).isCloseTo(one.high(), within(1e-12));
  }

  @Test
  void pairedDifferencesCancelWhatBothFindHard() {
    int[] users = new int[USERS];
    double[] left = new double[USERS];
    double[] right = new double[USERS];
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < USERS; i++) {
      users[i] = i;
      right[i] = random.nextDouble();
      left[i] = right[i] + 0.01 + 0.001 * random.nextDouble();
    }
    UserBootstrap bootstrap = new UserBootstrap(users, 500, 1);
    Estimate difference = bootstrap.difference(left, right);
    assertThat(difference.low()).isGreaterThan(0.01);
    assertThat(difference.high()).isLessThan(0.011);
    // Judged apart, the two overlap.
    assertThat(bootstrap.estimate(left).low()).isLessThan(bootstrap.estimate(right).high());
    Estimate none = bootstrap.difference(left, left);
    assertThat(none).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void requestsThatDoNotCountAreLeftOut() {
    int[] users = {1, 1, 2, 3, 4};
    double[] values = {0.5, Double.NaN, Double.NaN, 1, 0};
    Estimate estimate = new UserBootstrap(users, 200, 1).estimate(values);
    assertThat(estimate.value()).isEqualTo(0.5);
    assertThat(estimate.low()).isBetween(0.0, 0.5);
    assertThat(estimate.high()).isBetween(0.5, 1.0);
  }

  @Test
  void oneUserGivesNoInterval() {
    Estimate estimate =
        new UserBootstrap(new int[] {8, 8, 9}, 50, 1).estimate(new double[] {0.2, 0.4, Double.NaN});
    assertThat(estimate.value()).isCloseTo(0.3, within(1e-12));
    assertThat(estimate.hasInterval()).isFalse();
  }

  @Test
  void theSameSeedGivesTheSameIntervalAloneOrInCompany() {
    int[] users = {1, 2, 3, 4, 5, 6};
    double[] a = {1, 0, 0.5, 0.25, 1, 0};
    double[] b = {0, 0, 0, 1, 1, 1};
    UserBootstrap bootstrap = new UserBootstrap(users, 300, 42);
    Estimate[] both = bootstrap.estimates(new double[][] {b, a});
    assertThat(bootstrap.estimate(a)).isEqualTo(both[1]);
    assertThat(new UserBootstrap(users, 300, 42).estimate(b)).isEqualTo(both[0]);
    assertThat(new UserBootstrap(users, 300, 43).estimate(a)).isNotEqualTo(both[1]);
  }

  @Test
  void aSeriesOfAnotherLengthIsRefused() {
    UserBootstrap bootstrap = new UserBootstrap(new int[] {1, 2}, 10, 1);
    assertThatThrownBy(() -> bootstrap.estimate(new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values must be one a request (2), were 3");
  }
}
