package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TopKTest {

  @RepeatedTest(50)
  void itKeepsWhatASortWouldPutFirst(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    float[] scores = new float[random.nextInt(200)];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(-9, 10) / 4f; // many ties, both signs
    }
    int k = random.nextInt(60);
    int[] expected =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> scores[a] == scores[b] ? a - b : Float.compare(scores[b], scores[a]))
            .limit(k)
            .mapToInt(i -> i)
            .toArray();

    assertThat(TopK.ordinals(scores, k)).isEqualTo(expected);
    assertThat(reversedArrival(scores, k)).isEqualTo(expected);
  }

  private static int[] reversedArrival(float[] scores, int k) {
    TopK best = new TopK(k);
    for (int i = scores.length - 1; i >= 0; i--) {
      best.offer(i, scores[i]);
    }
    int[] ordinals = new int[k];
    int count = best.drain(ordinals, new float[k]);
    return Arrays.copyOf(ordinals, count);
  }

  @RepeatedTest(20)
  void equalScoresAreKeptInTheOrderOfTheShuffle(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Shuffle ties = new Shuffle(random.nextInt());
    int[] expected =
        IntStream.range(0, 100)
            .boxed()
            .sorted((a, b) -> Integer.compareUnsigned(ties.place(a), ties.place(b)))
            .limit(30)
            .mapToInt(i -> i)
            .toArray();
    TopK best = new TopK(30, ties);
    IntStream.range(0, 100).forEach(i -> best.offer(i, 1));
    int[] ordinals = new int[30];
    best.drain(ordinals, new float[30]);
    assertThat(ordinals).isEqualTo(expected);
  }

  /** Each of ten is among the first three in 300 of 1,000 orders; four standard deviations: 58. */
  @Test
  void everyOrdinalOfATieIsKeptEquallyOften() {
    int[] kept = new int[10];
    for (int salt = 1; salt <= 1_000; salt++) {
      TopK best = new TopK(3, new Shuffle(salt * 0x9e37_79b9));
      IntStream.range(0, 10).forEach(i -> best.offer(i, 1));
      int[] ordinals = new int[3];
      best.drain(ordinals, new float[3]);
      for (int ordinal : ordinals) {
        kept[ordinal]++;
      }
    }
    IntStream.of(kept).forEach(times -> assertThat(times).isBetween(242, 358));
  }

  @Test
  void anOrdinalIsFoundAgainFromItsPlace() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 10_000; i++) {
      Shuffle ties = new Shuffle(i == 0 ? 0 : random.nextInt());
      int ordinal = random.nextInt();
      assertThat(ties.ordinal(ties.place(ordinal))).isEqualTo(ordinal);
    }
  }

  @Test
  void bothZerosAreTheSameScore() {
    assertThat(TopK.ordinals(new float[] {-0.0f, 0.0f, -0.0f}, 2)).containsExactly(0, 1);
  }

  @Test
  void infinitiesAreOrdered() {
    float[] scores = {0, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -Float.MAX_VALUE};
    assertThat(TopK.ordinals(scores, 4)).containsExactly(2, 0, 3, 1);
  }

  @Test
  void theThresholdIsTheWorstScoreKeptOnceItIsFull() {
    TopK best = new TopK(2);
    assertThat(best.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(best.offer(0, 3)).isTrue();
    assertThat(best.offer(1, 1)).isTrue();
    assertThat(best.threshold()).isEqualTo(1);
    assertThat(best.offer(2, 1)).isFalse();
    assertThat(best.offer(3, 2)).isTrue();
    assertThat(best.threshold()).isEqualTo(2);
  }

  @Test
  void itIsEmptyAfterItWasDrained() {
    TopK best = new TopK(1);
    best.offer(5, 0.5f);
    int[] ordinals = new int[1];
    float[] scores = new float[1];
    assertThat(best.drain(ordinals, scores)).isEqualTo(1);
    assertThat(ordinals).containsExactly(5);
    assertThat(scores).containsExactly(0.5f);
    assertThat(best.size()).isZero();
    assertThat(best.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void aSelectionOfNothingKeepsNothing() {
    TopK best = new TopK(0);
    assertThat(best.offer(0, 1)).isFalse();
    assertThat(best.size()).isZero();
  }

  @Test
  void nanIsRefusedWithItsOrdinal() {
    assertThatThrownBy(() -> new TopK(3).offer(7, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ordinal 7");
  }
}
