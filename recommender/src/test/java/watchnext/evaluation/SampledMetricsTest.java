package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import watchnext.measure.Hits;

/**
 * Why this room has no sampled metrics: ranking a relevant video against m random others instead of
 * all N − 1 turns its rank r into 1 + Bin(m, (r − 1) / (N − 1)), and the order of two recommenders
 * turns around. Krichene and Rendle, On Sampled Metrics for Item Recommendation, KDD 2020.
 */
class SampledMetricsTest {

  private static final int VIDEOS = 10_000;

  /** Five requests with one relevant video each: A is always near, C is sometimes on top. */
  private static final int[] A = {100, 100, 100, 100, 100};

  private static final int[] C = {212, 2, 743, 5342, 1548};

  @Test
  void withAllVideosCIsBetterThanA() {
    assertThat(exact(ListMetric.RECALL, A)).isZero();
    assertThat(exact(ListMetric.RECALL, C)).isCloseTo(0.200, within(0.0005));
    assertThat(exact(ListMetric.NDCG, A)).isZero();
    assertThat(exact(ListMetric.NDCG, C)).isCloseTo(0.126, within(0.0005));
  }

  @Test
  void withAHundredSampledVideosASeemsBetterThanC() {
    assertThat(sampled(ListMetric.RECALL, A, 100)).isCloseTo(1.000, within(0.0005));
    assertThat(sampled(ListMetric.RECALL, C, 100)).isCloseTo(0.567, within(0.0005));
    assertThat(sampled(ListMetric.NDCG, A, 100)).isCloseTo(0.727, within(0.0005));
    assertThat(sampled(ListMetric.NDCG, C, 100)).isCloseTo(0.367, within(0.0005));
  }

  @Test
  void withAThousandTheOrderIsRightAgainButTheNumbersAreNot() {
    assertThat(sampled(ListMetric.NDCG, A, 1_000)).isCloseTo(0.149, within(0.0005));
    assertThat(sampled(ListMetric.NDCG, C, 1_000)).isCloseTo(0.193, within(0.0005));
  }

  private static double exact(ListMetric metric, int[] ranks) {
    return Arrays.stream(ranks)
        .mapToDouble(rank -> metric.at(10).of(Hits.atRanks(1, rank)))
        .average()
        .orElseThrow();
  }

  /** The exact expectation over the draw of the negatives. */
  private static double sampled(ListMetric metric, int[] ranks, int m) {
    double sum = 0;
    for (int rank : ranks) {
      BinomialDistribution above = new BinomialDistribution(m, (rank - 1.0) / (VIDEOS - 1));
      for (int others = 0; others < 10; others++) {
        sum += above.probability(others) * metric.at(10).of(Hits.atRanks(1, 1 + others));
      }
    }
    return sum / ranks.length;
  }
}
