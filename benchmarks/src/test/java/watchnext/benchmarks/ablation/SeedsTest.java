package watchnext.benchmarks.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.evaluation.Estimate;

class SeedsTest {

  @Test
  void theIntervalIsStudentsOfTheMean() {
    // Mean 3, variance (4 + 1 + 0 + 1 + 4) / 4 = 2.5, t(4) = 2.776445: 2.776445 · √(2.5 / 5).
    Estimate estimate = Seeds.estimate(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(estimate.value()).isEqualTo(3);
    assertThat(estimate.high() - 3).isCloseTo(1.963243, within(1e-5));
    assertThat(3 - estimate.low()).isCloseTo(1.963243, within(1e-5));
  }

  @Test
  void oneSeedSaysNothingOfTheSpread() {
    assertThat(Seeds.estimate(List.of(0.25))).isEqualTo(Estimate.of(0.25));
  }

  @Test
  void whatASeedDoesToBothRowsCancels() {
    // The rows spread from 1 to 9, their difference is 0.5 with every seed.
    Estimate difference = Seeds.difference(List.of(1.5, 5.5, 9.5), List.of(1.0, 5.0, 9.0));
    assertThat(difference).isEqualTo(new Estimate(0.5, 0.5, 0.5));
  }

  @Test
  void rowsOfOtherSeedsAreRefused() {
    assertThatThrownBy(() -> Seeds.difference(List.of(1.0, 2.0), List.of(1.0)))
        .hasMessage("both rows must have the same seeds, had 2 and 1");
  }
}
