package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.measure.Gini;

class PageMetricsTest {

  /** Tags {x, y}, {y, z}, none, none; watched by 3, 1, 0 and 0 of three users. */
  private final VideoFacts facts =
      VideoFacts.of(
          List.of(video("a", "x", "y"), video("b", "z", "y"), video("c"), video("d")),
          Interactions.of(4, 4, new int[] {0, 1, 2, 2}, new int[] {0, 0, 0, 1}),
          100);

  @Test
  void coverageIsTheShareOfVideosShownAtLeastOnce() {
    assertThat(PageMetrics.coverage(new int[] {0, 3, 1, 0})).isEqualTo(0.5);
    assertThat(PageMetrics.coverage(new int[] {1, 3})).isEqualTo(1);
    assertThat(PageMetrics.coverage(new int[] {0, 0})).isZero();
  }

  @Test
  void giniRunsFromZeroWhenEqualToNearlyOneWhenOneTakesAll() {
    assertThat(Gini.of(new int[] {2, 2, 2, 2})).isZero();
    assertThat(Gini.of(new int[] {0, 0, 4, 0})).isEqualTo(3 / 4.0);
    // x = 0, 1, 3: ((2 − 4) · 0 + (4 − 4) · 1 + (6 − 4) · 3) / (3 · 4) = 6 / 12.
    assertThat(Gini.of(new int[] {1, 3, 0})).isEqualTo(0.5);
    assertThat(Gini.of(new int[] {0, 0})).isZero();
  }

  @Test
  void noVideosHaveNoDistribution() {
    assertThatThrownBy(() -> Gini.of(new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amounts must be at least one, were none");
  }

  @Test
  void noveltyIsTheMeanSelfInformationInBits() {
    // Three of the four users watched anything: log2(4/4) = 0, log2(4/2) = 1, log2(4/1) = 2.
    assertThat(PageMetrics.novelty(new int[] {0}, 10, facts)).isZero();
    assertThat(PageMetrics.novelty(new int[] {0, 1, 2}, 10, facts)).isCloseTo(1, within(1e-12));
    assertThat(PageMetrics.novelty(new int[] {0, 1, 2}, 2, facts)).isCloseTo(0.5, within(1e-12));
    assertThat(PageMetrics.novelty(new int[0], 10, facts)).isNaN();
  }

  @Test
  void diversityIsOneLessTheMeanJaccardIndexOfAllPairs() {
    // {x, y} and {y, z} share one of three tags; neither shares any with none.
    assertThat(PageMetrics.diversity(new int[] {0, 1, 2}, 10, facts))
        .isCloseTo(1 - (1 / 3.0 + 0 + 0) / 3, within(1e-12));
    assertThat(PageMetrics.diversity(new int[] {0, 2}, 10, facts)).isEqualTo(1);
    assertThat(PageMetrics.diversity(new int[] {2, 3}, 10, facts)).isZero();
    assertThat(PageMetrics.diversity(new int[] {0, 1}, 1, facts)).isNaN();
  }

  @Test
  void theHeadIsTheSmallestSetWithHalfOfTheWatches() {
    // Watched by 5, 1, 3, 2 and 0: 11 in all, half is 5.5. 5 is not enough, 5 + 3 is.
    int[] users = {0, 1, 2, 3, 4, 0, 0, 1, 2, 0, 1};
    int[] videos = {0, 0, 0, 0, 0, 1, 2, 2, 2, 3, 3};
    VideoFacts counted =
        VideoFacts.of(
            List.of(video("a"), video("b"), video("c"), video("d"), video("e")),
            Interactions.of(5, 5, users, videos),
            100);
    assertThat(List.of(0, 1, 2, 3, 4))
        .extracting(counted::group)
        .containsExactly(
            VideoFacts.Group.HEAD,
            VideoFacts.Group.TAIL,
            VideoFacts.Group.HEAD,
            VideoFacts.Group.TAIL,
            VideoFacts.Group.NEW);
    assertThat(counted.watchers(2)).isEqualTo(3);
  }

  @Test
  void aVideoUploadedAfterTheEndIsNotAvailable() {
    Video late = new Video("late", "", "", List.of(), "", 0, 100);
    VideoFacts two =
        VideoFacts.of(
            List.of(video("a"), late), Interactions.of(1, 2, new int[0], new int[0]), 100);
    assertThat(two.isAvailable(0)).isTrue();
    assertThat(two.isAvailable(1)).isFalse();
  }

  static Video video(String id, String... tags) {
    return new Video(id, "", "", List.of(tags), "", 0, Video.ALWAYS_THERE);
  }
}
