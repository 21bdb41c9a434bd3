package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class EntrySortTest {

  private final EntrySort sort = new EntrySort();

  @RepeatedTest(60)
  void itSortsAsTheLibraryDoes(RepetitionInfo repetition) {
    int round = repetition.getCurrentRepetition();
    SplittableRandom random = new SplittableRandom(round);
    int count = random.nextInt(700);
    long[] entries = new long[count + 5];
    for (int i = 0; i < count; i++) {
      entries[i] = TopK.entry(random.nextInt(1_000), score(round, random));
    }
    long[] expected = Arrays.copyOf(entries, count);
    Arrays.sort(expected);

    sort.sort(entries, count);

    for (int i = 0; i < count; i++) {
      assertThat(entries[i]).isEqualTo(expected[count - 1 - i]);
    }
  }

  /** Spread scores, equal scores, scores with one far away, and the largest and smallest floats. */
  private static float score(int round, SplittableRandom random) {
    return switch (round % 4) {
      case 0 -> (float) random.nextGaussian();
      case 1 -> random.nextInt(3);
      case 2 -> random.nextInt(500) == 0 ? -1e9f : (float) random.nextDouble();
      default ->
          (random.nextBoolean() ? 1 : -1)
              * (random.nextBoolean() ? Float.MAX_VALUE : Float.MIN_VALUE);
    };
  }
}
