package watchnext.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;
import watchnext.require.Require;

/**
 * Confidence intervals of means over requests, by drawing <em>users</em> again and again.
 *
 * <p>The requests of one user are alike, so drawing single requests would make the intervals too
 * narrow; a user is drawn with all their requests. The mean of a resample is (sum over the drawn
 * users) / (requests of the drawn users). Every call draws the same users in the same order, so the
 * difference of two rows is taken on equal draws (paired): what both find hard cancels. References:
 * Efron and Tibshirani, 1993 [efron1993]; Sakai, Evaluating evaluation metrics based on the
 * bootstrap, SIGIR 2006 [sakai2006]; Field and Welsh, Bootstrapping clustered data, JRSS B 2007
 * [field2007].
 *
 * <p>Cost: O(resamples · users) for each series. <i>Immutable.</i>
 */
public final class UserBootstrap {

  private final int[] userOfRequest;
  private final int users;
  private final int resamples;
  private final long seed;

  /**
   * A bootstrap of the given requests.
   *
   * @param userOfRequest any number that tells the users of the requests apart
   * @param resamples how often users are drawn, at least 1; 1,000 is usual
   * @param seed of all draws
   */
  public UserBootstrap(int[] userOfRequest, int resamples, long seed) {
    Require.atLeast("resamples", resamples, 1);
    int[] distinct = Arrays.stream(userOfRequest).sorted().distinct().toArray();
    this.userOfRequest =
        Arrays.stream(userOfRequest).map(user -> Arrays.binarySearch(distinct, user)).toArray();
    this.users = distinct.length;
    this.resamples = resamples;
    this.seed = seed;
  }

  /** The mean of the values that are not NaN; NaN when all are. */
  public static double mean(double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  /**
   * The mean of a series and its interval.
   *
   * @param values one a request, NaN where the request does not count
   */
  public Estimate estimate(double[] values) {
    return estimates(new double[][] {values})[0];
  }

  /**
   * The interval of mean(left) − mean(right) on equal draws.
   *
   * @param left one value a request, NaN where the request does not count
   * @param right the same of the other row, NaN in the same places
   */
  public Estimate difference(double[] left, double[] right) {
    double[] difference = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return estimate(difference);
  }

  /** The estimates of several series, each as of {@link #estimate}, with one set of draws. */
  public Estimate[] estimates(double[][] series) {
    double[][] sums = new double[series.length][users];
    double[][] counts = new double[series.length][users];
    for (int s = 0; s < series.length; s++) {
      addUp(series[s], sums[s], counts[s]);
    }
    double[][] means = new double[series.length][resamples];
    draw(
        users,
        resamples,
        seed,
        (times, r) -> {
          for (int s = 0; s < series.length; s++) {
            means[s][r] = weightedMean(times, sums[s], counts[s]);
          }
        });
    Estimate[] estimates = new Estimate[series.length];
    for (int s = 0; s < series.length; s++) {
      double value = mean(series[s]);
      estimates[s] =
          usersIn(counts[s]) < 2 ? Estimate.of(value) : Estimate.ofResamples(value, means[s]);
    }
    return estimates;
  }

  private void addUp(double[] values, double[] sums, double[] counts) {
    Require.that(
        values.length == userOfRequest.length,
        "values must be one a request (%s), were %s",
        userOfRequest.length,
        values.length);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sums[userOfRequest[i]] += values[i];
        counts[userOfRequest[i]]++;
      }
    }
  }

  /**
   * Draws as many users as there are with replacement, again and again; equal arguments give equal
   * draws.
   *
   * @param listener told how often each user is in a resample, and its number
   */
  public static void draw(int users, int resamples, long seed, ObjIntConsumer<int[]> listener) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int r = 0; r < resamples; r++) {
      int[] times = new int[users];
      for (int i = 0; i < users; i++) {
        times[random.nextInt(users)]++;
      }
      listener.accept(times, r);
    }
  }

  private static double weightedMean(int[] times, double[] sums, double[] counts) {
    double sum = 0;
    double count = 0;
    for (int u = 0; u < times.length; u++) {
      sum += times[u] * sums[u];
      count += times[u] * counts[u];
    }
    return sum / count;
  }

  /** With one user every resample is the same: that is ignorance, not certainty. */
  private static int usersIn(double[] counts) {
    int users = 0;
    for (double count : counts) {
      users += count > 0 ? 1 : 0;
    }
    return users;
  }
}
