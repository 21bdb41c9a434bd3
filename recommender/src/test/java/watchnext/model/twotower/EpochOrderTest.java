package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.dataset.Interactions;
import watchnext.dataset.NextWatchExamples;

class EpochOrderTest {

  /** User 0 watched six videos, user 1 two. */
  private final NextWatchExamples examples =
      NextWatchExamples.unordered(
          Interactions.of(
              2, 6, new int[] {0, 0, 0, 0, 0, 0, 1, 1}, new int[] {0, 1, 2, 3, 4, 5, 0, 1}));

  @Test
  void anEpochTakesAllExamplesOnceInAnotherOrderEachTime() {
    EpochOrder order = new EpochOrder(examples, 0);
    SplittableRandom random = new SplittableRandom(1);
    int[] first = order.next(random).clone();
    int[] second = order.next(random).clone();
    assertThat(order.size()).isEqualTo(8);
    assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(second).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(Arrays.equals(first, second)).isFalse();
  }

  @Test
  void whoWatchedMuchGivesSoManyAndOthersEachTime() {
    EpochOrder order = new EpochOrder(examples, 3);
    SplittableRandom random = new SplittableRandom(2);
    boolean[] met = new boolean[8];
    for (int epoch = 0; epoch < 20; epoch++) {
      int[] taken = order.next(random);
      assertThat(taken).hasSize(3 + 2).doesNotHaveDuplicates().contains(6, 7);
      Arrays.stream(taken).forEach(example -> met[example] = true);
    }
    assertThat(met).containsOnly(true);
  }
}
