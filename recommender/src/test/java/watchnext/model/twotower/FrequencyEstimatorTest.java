package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FrequencyEstimatorTest {

  @Test
  void probabilitiesComeNearTheShareOfTheStream() {
    FrequencyEstimator estimator = new FrequencyEstimator(4096);
    SplittableRandom random = new SplittableRandom(1);
    // Video 0 has a share of 1/2, video 1 of 1/4, … video 7 of 1/256.
    for (int row = 0; row < 200_000; row++) {
      estimator.observe(Math.min(20, Long.numberOfTrailingZeros(random.nextLong())));
    }
    for (int video = 0; video < 8; video++) {
      assertThat(estimator.probability(video))
          .describedAs("video %d", video)
          .isCloseTo(Math.pow(2, -video - 1), Percentage.withPercentage(30));
    }
  }

  @Test
  void aRegularVideoIsEstimatedExactly() {
    FrequencyEstimator estimator = new FrequencyEstimator(64);
    for (int row = 1; row <= 1000; row++) {
      estimator.observe(row % 10 == 0 ? 3 : 5);
    }
    // Every tenth row: each gap is 10 rows.
    assertThat(estimator.probability(3)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void aVideoNeverMetHasProbabilityZero() {
    assertThat(new FrequencyEstimator(16).probability(9)).isZero();
  }

  @Test
  void theEstimateFollowsAChangingStream() {
    FrequencyEstimator estimator = new FrequencyEstimator(64);
    for (int row = 1; row <= 100_000; row++) {
      estimator.observe(row % 100 == 0 ? 1 : 2);
    }
    for (int row = 1; row <= 10_000; row++) {
      estimator.observe(row % 4 == 0 ? 1 : 2);
    }
    assertThat(estimator.probability(1)).isCloseTo(0.25, Percentage.withPercentage(5));
  }
}
