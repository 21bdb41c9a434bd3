package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import watchnext.math.Shuffle;
import watchnext.task.RankedList;

class RankFusionTest {

  private static final Offset<Float> TINY = within(1e-6f);

  private static RankedList list(int... videos) {
    return new RankedList(videos, new float[videos.length]);
  }

  @Test
  void aVideoThatBothListsPlaceWellComesFirst() {
    RankedList fused = new RankFusion(1).fuse(list(7, 8, 9), list(9, 8, 3), 5, Shuffle.NONE);
    // 7: 1/1; 8: 1/2 + 1/2; 9: 1/3 + 1/1. Equal scores by ordinal; 3 is not in the first list.
    assertThat(fused.videos()).containsExactly(9, 7, 8);
    assertThat(fused.scores()[0]).isCloseTo(4 / 3f, TINY);
    assertThat(fused.scores()[1]).isCloseTo(1, TINY);
    assertThat(fused.scores()[2]).isCloseTo(1, TINY);
  }

  @Test
  void nothingInTheSecondListLeavesTheOrderOfTheFirst() {
    assertThat(new RankFusion(10).fuse(list(5, 4, 6), RankedList.EMPTY, 2, Shuffle.NONE).videos())
        .containsExactly(5, 4);
  }

  @Test
  void nothingFusedIsNothing() {
    assertThat(new RankFusion(10).fuse(RankedList.EMPTY, list(1), 3, Shuffle.NONE).size()).isZero();
  }

  @Test
  void theConstantMustBePositive() {
    assertThatThrownBy(() -> new RankFusion(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("c must be greater than 0 and finite, was 0.0");
  }
}
