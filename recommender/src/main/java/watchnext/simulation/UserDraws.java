package watchnext.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Users drawn again and again with replacement, the same for every policy: a user is drawn with all
 * they did under each. So the difference of two policies is taken on equal draws, and what is due
 * to the people cancels. References: Efron and Tibshirani, 1993 [efron1993]; Field and Welsh, 2007
 * [field2007].
 *
 * <p>Sums, not means, come out of a draw, because policies are judged by ratios of sums whose lower
 * part (sessions, impressions) is theirs as well. <i>Immutable.</i>
 */
final class UserDraws {

  private final int users;
  private final int resamples;
  private final long seed;

  UserDraws(int users, int resamples, long seed) {
    this.users = users;
    this.resamples = resamples;
    this.seed = seed;
  }

  /** Sums of every count over the drawn users, one value a resample. */
  Counts sums(Run run) {
    SplittableRandom random = new SplittableRandom(seed);
    Counts sums = new Counts(resamples);
    int[] times = new int[users];
    for (int r = 0; r < resamples; r++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < users; i++) {
        times[random.nextInt(users)]++;
      }
      for (Measure measure : Measure.values()) {
        double total = 0;
        for (int user = 0; user < users; user++) {
          total += times[user] * run.ofUser(measure, user);
        }
        sums.of(measure)[r] = total;
      }
    }
    return sums;
  }
}
