package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.dataset.NextWatchExamples;

/**
 * Which examples an epoch takes, and in which order: all of them, or at most so many of one user,
 * drawn anew each time, so that the few who watch most do not decide what all are shown. Covington
 * et al., RecSys 2016, section 3.4 [covington2016]. <i>Confined: one thread at a time.</i>
 */
final class EpochOrder {

  private final NextWatchExamples examples;
  private final int mostOfUser;
  private final int[] all;
  private final int[] taken;
  private final int[] countOfUser;

  /**
   * The order of the data.
   *
   * @param mostOfUser most examples of one user an epoch, 0 for all
   */
  EpochOrder(NextWatchExamples examples, int mostOfUser) {
    this.examples = examples;
    this.mostOfUser = mostOfUser == 0 ? Integer.MAX_VALUE : mostOfUser;
    this.all = new int[examples.size()];
    int users = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
      users = Math.max(users, examples.user(i) + 1);
    }
    this.countOfUser = new int[users];
    this.taken = new int[take(new int[all.length])];
  }

  /** How many examples an epoch takes. */
  int size() {
    return taken.length;
  }

  /** The examples of the next epoch, shuffled; the array is overwritten by the next call. */
  int[] next(RandomGenerator random) {
    for (int i = all.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = all[i];
      all[i] = all[j];
      all[j] = swap;
    }
    take(taken);
    return taken;
  }

  /** Writes the first examples of each user in the present order; returns how many. */
  private int take(int[] into) {
    Arrays.fill(countOfUser, 0);
    int size = 0;
    for (int example : all) {
      if (countOfUser[examples.user(example)]++ < mostOfUser) {
        into[size++] = example;
      }
    }
    return size;
  }
}
