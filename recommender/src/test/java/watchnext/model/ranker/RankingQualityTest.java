package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingQualityTest {

  /**
   * A request with two good rows of three, one of which nothing was found, and one that asks
   * nothing.
   */
  private final RankerRows rows =
      new RankerRowsBuilder(List.of("a"))
          .add(new float[] {0}, 0, 0, 0)
          .add(new float[] {0}, 1, 1, 0)
          .add(new float[] {0}, 1, 1, 1)
          .endGroup(3)
          .add(new float[] {0}, 1, 0, 0)
          .endGroup(2)
          .add(new float[] {0}, 0, 0, 0)
          .endGroup(0)
          .build();

  /** DCG of the best order of three wanted videos: 1 + 1 / log2 3 + 1 / log2 4. */
  private static final double BEST = 1 + 0.630930 + 0.5;

  @Test
  void whatWasWantedAndNotFoundCountsAgainstTheOrder() {
    // Both good rows first: (1 + 0.63093) / 2.13093; nothing found: 0; the third is left out.
    assertThat(RankingQuality.ndcg(rows, new float[] {-1, 3, 2, 0, 0}, 10))
        .isCloseTo(1.630930 / BEST / 2, within(1e-6));
  }

  @Test
  void aLaterPlaceIsWorthLess() {
    // The bad row first: (1 / log2 3 + 1 / log2 4) / 2.13093.
    assertThat(RankingQuality.ndcg(rows, new float[] {9, 3, 2, 0, 0}, 10))
        .isCloseTo(1.130930 / BEST / 2, within(1e-6));
  }

  @Test
  void onlyTheTopCounts() {
    // One place, in which one wanted video would be best: taken by a good row, then by the bad one.
    assertThat(RankingQuality.ndcg(rows, new float[] {0, 2, 1, 0, 0}, 1)).isEqualTo(0.5);
    assertThat(RankingQuality.ndcg(rows, new float[] {3, 2, 1, 0, 0}, 1)).isZero();
  }

  /** The three share (0 + 1 + 7) / 3 · (1 + 0.63093 + 0.5) = 5.68248, of 7.63093. */
  @Test
  void aConstantScorerGetsWhatRandomOrdersGiveOnAverage() {
    // Two good rows of three: each place holds 2/3 of a gain, (2/3) · 2.13093.
    double average = 2 * BEST / 3 / BEST / 2;
    assertThat(RankingQuality.ndcg(rows, new float[5], 10)).isCloseTo(average, within(1e-6));
    assertThat(RankingQuality.ndcg(rows, new float[] {0f, -0f, 0f, 0f, 0f}, 10))
        .isCloseTo(average, within(1e-6));
  }

  @Test
  void withoutAnythingWantedThereIsNoScore() {
    RankerRows nothing = new RankerRowsBuilder(List.of("a")).add(new float[] {0}, 0, 0, 0).build();
    assertThat(RankingQuality.ndcg(nothing, new float[1], 10)).isNaN();
  }
}
