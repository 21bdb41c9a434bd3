package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingQualityTest {

  /** One request with relevances 0, 1, 3, and one without anything relevant. */
  private final RankerRows rows =
      new RankerRowsBuilder(List.of("a"))
          .add(new float[] {0}, 0, 0, 0)
          .add(new float[] {0}, 1, 0, 0)
          .add(new float[] {0}, 1, 1, 1)
          .endGroup()
          .add(new float[] {0}, 0, 0, 0)
          .build();

  @Test
  void theBestOrderScoresOne() {
    assertThat(RankingQuality.ndcg(rows, new float[] {-1, 0, 2, 9}, 10)).isEqualTo(1);
  }

  @Test
  void theWorstOrderScoresItsDiscountedGain() {
    // (0 / log2 2 + 1 / log2 3 + 7 / log2 4) / (7 / log2 2 + 1 / log2 3)
    //   = (0.63093 + 3.5) / (7 + 0.63093) = 0.54134
    assertThat(RankingQuality.ndcg(rows, new float[] {3, 2, 1, 0}, 10))
        .isCloseTo(0.54134, within(1e-5));
  }

  @Test
  void onlyTheTopCounts() {
    // The only place is taken by the video of relevance 1: 1 / 7.
    assertThat(RankingQuality.ndcg(rows, new float[] {0, 2, 1, 0}, 1))
        .isCloseTo(1 / 7.0, within(1e-12));
  }

  /** The three share (0 + 1 + 7) / 3 · (1 + 0.63093 + 0.5) = 5.68248, of 7.63093. */
  @Test
  void aConstantScorerGetsWhatRandomOrdersGiveOnAverage() {
    float[] constant = new float[4];
    assertThat(RankingQuality.ndcg(rows, constant, 10)).isCloseTo(0.74466, within(1e-5));
    assertThat(RankingQuality.ndcg(rows, new float[] {0f, -0f, 0f, 0f}, 10))
        .isCloseTo(0.74466, within(1e-5));
  }

  @Test
  void withoutAnythingRelevantThereIsNoScore() {
    RankerRows nothing = new RankerRowsBuilder(List.of("a")).add(new float[] {0}, 0, 0, 0).build();
    assertThat(RankingQuality.ndcg(nothing, new float[1], 10)).isNaN();
  }
}
