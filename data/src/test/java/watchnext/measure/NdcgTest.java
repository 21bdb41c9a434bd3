package watchnext.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NdcgTest {

  @Test
  void gradesGainTwoToThePowerLessOne() {
    // Shown grades 2, 0, 1: DCG = 3/1 + 0 + 1/2 = 3.5.
    // Best of {1, 2, 0, 2}: 2, 2, 1: IDCG = 3 + 3 · 0.63093 + 0.5 = 5.39279.
    double ndcg = Ndcg.scored(new float[] {4, 3, 2, 1}, new int[] {2, 0, 1, 2}, 3);
    assertThat(ndcg).isCloseTo(3.5 / 5.39279, within(1e-6));
  }

  @Test
  void descendingGradesScoreOneAndOnlyZerosScoreNothing() {
    float[] scores = {4, 3, 2, 1};
    assertThat(Ndcg.scored(scores, new int[] {3, 2, 1, 0}, 3)).isEqualTo(1);
    assertThat(Ndcg.scored(scores, new int[] {0, 0, 3, 2}, 2)).isZero();
  }

  @Test
  void gradesOfZeroAndOneGiveTheBinaryValue() {
    double graded = Ndcg.scored(new float[] {4, 3, 2, 1}, new int[] {0, 1, 0, 1}, 3, 4);
    assertThat(graded).isCloseTo(Ndcg.binary(Hits.atRanks(3, 2, 4), 4), within(1e-12));
  }

  /** Gains 1 and 0 share the places 1 and 2: (1 + 0) / 2 · (1 + 0.63093), of an ideal of 1. */
  @Test
  void equalScoresShareTheMeanGainOfTheirPlaces() {
    assertThat(Ndcg.scored(new float[] {5, 5}, new int[] {1, 0}, 10))
        .isEqualTo(Ndcg.scored(new float[] {5, 5}, new int[] {0, 1}, 10))
        .isCloseTo(1.63093 / 2, within(1e-5));
    assertThat(Ndcg.scored(new float[] {2, 1}, new int[] {0, 1}, 10))
        .isCloseTo(0.63093, within(1e-5));
    assertThat(Ndcg.scored(new float[] {2, 1}, new int[] {0, 0}, 10)).isNaN();
  }
}
