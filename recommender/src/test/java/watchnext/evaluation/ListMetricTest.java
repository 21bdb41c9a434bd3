package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchnext.measure.Hits;

class ListMetricTest {

  /** Relevant are 7, 8 and 9; found are 7 at rank 1 and 9 at rank 3. */
  private final Hits hits = Hits.of(new int[] {7, 3, 9, 4}, new int[] {7, 8, 9});

  @Test
  void recallIsTheShareOfTheRelevantVideosThatWasFound() {
    assertThat(ListMetric.RECALL.at(3).of(hits)).isEqualTo(2 / 3.0);
    assertThat(ListMetric.RECALL.at(2).of(hits)).isEqualTo(1 / 3.0);
  }

  @Test
  void cappedRecallDividesByWhatFits() {
    // Three are relevant but two places count: 1 / min(2, 3).
    assertThat(ListMetric.CAPPED_RECALL.at(2).of(hits)).isEqualTo(1 / 2.0);
    assertThat(ListMetric.CAPPED_RECALL.at(4).of(hits)).isEqualTo(2 / 3.0);
  }

  @Test
  void precisionIsTheShareOfThePlacesThatWasWellUsed() {
    assertThat(ListMetric.PRECISION.at(3).of(hits)).isEqualTo(2 / 3.0);
    // The list has four places; the other six count as misses.
    assertThat(ListMetric.PRECISION.at(10).of(hits)).isEqualTo(2 / 10.0);
  }

  @Test
  void averagePrecisionIsTheMeanPrecisionAtTheRelevantPlaces() {
    // Precision at rank 1 is 1/1, at rank 3 it is 2/3; three relevant: (1 + 2/3) / 3 = 5/9.
    assertThat(ListMetric.AVERAGE_PRECISION.at(3).of(hits)).isCloseTo(5 / 9.0, within(1e-12));
    // Only rank 1 counts, and only two places: 1 / min(2, 3).
    assertThat(ListMetric.AVERAGE_PRECISION.at(2).of(hits)).isEqualTo(1 / 2.0);
  }

  @Test
  void reciprocalRankLooksAtTheFirstHitOnly() {
    assertThat(ListMetric.RECIPROCAL_RANK.at(3).of(hits)).isEqualTo(1);
    Hits late = Hits.atRanks(2, 4, 5);
    assertThat(ListMetric.RECIPROCAL_RANK.at(4).of(late)).isEqualTo(1 / 4.0);
    assertThat(ListMetric.RECIPROCAL_RANK.at(3).of(late)).isZero();
  }

  @Test
  void ndcgDiscountsByTheLogarithmOfTheRank() {
    // DCG@3 = 1/log2(2) + 1/log2(4) = 1 + 0.5; IDCG@3 = 1 + 0.63093 + 0.5 = 2.13093.
    assertThat(ListMetric.NDCG.at(3).of(hits)).isCloseTo(1.5 / 2.13093, within(1e-5));
    // DCG@2 = 1; IDCG@2 = 1 + 0.63093, since only two of the three fit.
    assertThat(ListMetric.NDCG.at(2).of(hits)).isCloseTo(1 / 1.63093, within(1e-5));
  }

  @ParameterizedTest
  @EnumSource(ListMetric.class)
  void everyMetricIsOneWhenTheTopIsFullOfWhatIsRelevant(ListMetric metric) {
    assertThat(metric.at(3).of(Hits.atRanks(3, 1, 2, 3))).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(ListMetric.class)
  void everyMetricIsZeroWhenNothingRelevantIsWithinTheCutOff(ListMetric metric) {
    assertThat(metric.at(3).of(Hits.atRanks(3))).isZero();
    assertThat(metric.at(3).of(Hits.atRanks(3, 4, 5, 6))).isZero();
  }

  @Test
  void allButRecallCanReachOneWhenMoreIsRelevantThanFits() {
    // Five relevant, two places, both well used.
    Hits full = Hits.atRanks(5, 1, 2);
    for (ListMetric metric : ListMetric.values()) {
      double expected = metric == ListMetric.RECALL ? 2 / 5.0 : 1;
      assertThat(metric.at(2).of(full)).as(metric.label()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void allButPrecisionReachOneWhenLessIsRelevantThanFits() {
    // One relevant, on top of four places.
    Hits one = Hits.atRanks(1, 1);
    for (ListMetric metric : ListMetric.values()) {
      double expected = metric == ListMetric.PRECISION ? 1 / 4.0 : 1;
      assertThat(metric.at(4).of(one)).as(metric.label()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void namesCarryTheCutOff() {
    assertThat(ListMetric.RECALL.at(100).label()).isEqualTo("recall@100");
    assertThat(Slice.NEW_USERS.label("recall@100")).isEqualTo("recall@100/new-users");
    assertThat(Slice.ALL.label("recall@100")).isEqualTo("recall@100");
  }

  @Test
  void aListThatHoldsARelevantVideoTwiceIsRefused() {
    assertThatThrownBy(() -> Hits.of(new int[] {7, 1, 7}, new int[] {7}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a list must hold each video once, had 7");
    assertThatThrownBy(() -> Hits.of(new int[] {7}, new int[0]))
        .hasMessageContaining("at least one");
  }
}
