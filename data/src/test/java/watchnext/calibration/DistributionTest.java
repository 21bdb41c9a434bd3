package watchnext.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void sharesAndQuantilesAreThoseOfTheSortedSample() {
    Distribution distribution = Distribution.of(new double[] {8, 2, 4, 4, 99}, 4);
    assertThat(distribution.size()).isEqualTo(4);
    assertThat(distribution.shareUpTo(1.9)).isZero();
    assertThat(distribution.shareUpTo(2)).isEqualTo(0.25);
    assertThat(distribution.shareUpTo(4)).isEqualTo(0.75);
    assertThat(distribution.shareUpTo(8)).isEqualTo(1);
    // One below 4, and half of the two that are 4.
    assertThat(distribution.middleShare(4)).isEqualTo(0.5);
    assertThat(distribution.middleShare(5)).isEqualTo(0.75);
    assertThat(distribution.quantile(0)).isEqualTo(2);
    assertThat(distribution.quantile(0.5)).isEqualTo(4);
    assertThat(distribution.quantile(1)).isEqualTo(8);
    assertThat(distribution.overMedian().value(3)).isEqualTo(2);
  }

  @Test
  void anEmptySampleHasNoShares() {
    Distribution nothing = Distribution.of(new double[0], 0);
    assertThat(nothing.shareUpTo(3)).isZero();
    assertThat(nothing.quantile(0.5)).isZero();
  }

  @Test
  void giniAndTopShareReachBothLimits() {
    int[] equal = new int[200];
    Arrays.fill(equal, 3);
    assertThat(Distribution.of(equal).gini()).isCloseTo(0, within(1e-12));
    assertThat(Distribution.of(equal).topShare()).isCloseTo(0.01, within(1e-12));
    int[] one = new int[200];
    one[7] = 7;
    assertThat(Distribution.of(one).gini()).isCloseTo(199 / 200.0, within(1e-12));
    assertThat(Distribution.of(one).topShare()).isEqualTo(1);
    // Ascending 1, 3: G = ((2·1 − 3)·1 + (2·2 − 3)·3) / (2·4) = (−1 + 3) / 8.
    assertThat(Distribution.of(new int[] {3, 1}).gini()).isCloseTo(0.25, within(1e-12));
  }
}
