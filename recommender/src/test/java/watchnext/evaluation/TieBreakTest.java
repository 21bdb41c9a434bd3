package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.task.RankedList;

class TieBreakTest {

  private final TieBreak tieBreak = new TieBreak(5);

  @Test
  void differentScoresKeepTheirOrder() {
    RankedList list = new RankedList(new int[] {4, 9, 2}, new float[] {3, 2, 1});
    assertThat(tieBreak.top(request(1), list, 10)).containsExactly(4, 9, 2);
    assertThat(tieBreak.top(request(1), list, 2)).containsExactly(4, 9);
  }

  @Test
  void onlyEqualScoresChangePlaces() {
    RankedList list = new RankedList(new int[] {8, 0, 1, 2, 3, 9}, new float[] {2, 1, 1, 1, 1, 0});
    int[] order = tieBreak.top(request(1), list, 10);
    assertThat(order).startsWith(8).endsWith(9);
    assertThat(Arrays.copyOfRange(order, 1, 5)).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void theOrderDependsOnSeedAndRequestAndNothingElse() {
    RankedList list = constant(50);
    int[] order = tieBreak.top(request(1), list, 50);
    assertThat(new TieBreak(5).top(request(1), list, 50)).containsExactly(order);
    assertThat(new TieBreak(6).top(request(1), list, 50)).isNotEqualTo(order);
    assertThat(tieBreak.top(request(2), list, 50)).isNotEqualTo(order);
    int[] backwards = new int[50];
    Arrays.setAll(backwards, i -> 49 - i);
    assertThat(tieBreak.top(request(1), new RankedList(backwards, new float[50]), 50))
        .containsExactly(order);
  }

  @Test
  void everyVideoOfATieIsOnTopEquallyOften() {
    int[] onTop = new int[10];
    for (int user = 0; user < 10_000; user++) {
      onTop[tieBreak.top(request(user), constant(10), 1)[0]]++;
    }
    // Binomial(10,000, 0.1): standard deviation 30; four of them.
    for (int times : onTop) {
      assertThat((double) times).isCloseTo(1_000, within(120.0));
    }
  }

  private static EvaluationRequest request(int user) {
    return new EvaluationRequest(user, Context.at(1_000), new int[] {0}, false);
  }

  private static RankedList constant(int n) {
    int[] videos = new int[n];
    Arrays.setAll(videos, i -> i);
    return new RankedList(videos, new float[n]);
  }
}
