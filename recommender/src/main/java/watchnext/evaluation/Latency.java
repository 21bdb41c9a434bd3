package watchnext.evaluation;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * Milliseconds that the timed requests of a recommender took. One caller, one thread: it compares
 * rows, and says nothing of a server under load. <i>Immutable.</i>
 *
 * @param mean mean
 * @param p50 the smallest time that at least half of the requests did not exceed
 * @param p99 the same of 99 %
 */
public record Latency(double mean, double p50, double p99) {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Sums up measured times.
   *
   * @param nanos nanoseconds of each request, at least one
   */
  public static Latency ofNanos(long[] nanos) {
    Require.that(nanos.length != 0, "nanos must be of at least one request, were of none");
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElseThrow();
    return new Latency(
        mean / NANOS_PER_MILLI,
        atShare(sorted, 0.50) / NANOS_PER_MILLI,
        atShare(sorted, 0.99) / NANOS_PER_MILLI);
  }

  /** Nearest rank: the value at ⌈share · n⌉, counted from 1. */
  private static double atShare(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
