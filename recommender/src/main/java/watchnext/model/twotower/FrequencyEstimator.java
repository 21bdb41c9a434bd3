package watchnext.model.twotower;

import java.util.Arrays;

/**
 * Estimates how often each video is the positive of a row, from the gaps between its appearances in
 * the stream of rows: a mean gap of {@code B} rows is a probability of {@code 1 / B} a row. Needs
 * no second pass and follows a changing stream.
 *
 * <p>On a video's appearance at row {@code t}: {@code B[h] = (1 - a) B[h] + a (t - A[h])}, {@code
 * A[h] = t}. The weight {@code a} is {@code 1 / n} at the {@code n}-th appearance until it has
 * fallen to {@link #SMALLEST_WEIGHT}: a plain mean first, a sliding one later.
 *
 * <table>
 * <caption>Symbols of the paper</caption>
 * <tr><td>A</td><td>{@code lastSeen}</td><td>row at which a slot was last met</td></tr>
 * <tr><td>B</td><td>{@code meanGap}</td><td>rows between two meetings</td></tr>
 * <tr><td>h</td><td>{@code slot}</td><td>hash of the video</td></tr>
 * </table>
 *
 * <p>Videos share slots by hashing, so that memory is fixed; with two hashes the larger gap (the
 * less crowded slot) counts. Where the paper counts steps, this counts rows: a video may well come
 * twice in a step. Cost O(1). Reference: Yi et al., RecSys 2019, Algorithm 2 [yi2019]. <i>Confined:
 * one thread at a time.</i>
 */
final class FrequencyEstimator {

  /** Weight of a new gap once the estimate has settled. */
  static final double SMALLEST_WEIGHT = 0.01;

  private static final int HASHES = 2;

  private final int mask;
  private final long[] lastSeen;
  private final double[] meanGap;
  private final int[] meetings;
  private long row;

  /** An estimator with at least {@code slots} slots for each hash. */
  FrequencyEstimator(int slots) {
    int size = Integer.highestOneBit(Math.max(1, slots - 1)) * 2;
    this.mask = size - 1;
    this.lastSeen = new long[size * HASHES];
    this.meanGap = new double[size * HASHES];
    this.meetings = new int[size * HASHES];
    Arrays.fill(meanGap, Double.POSITIVE_INFINITY);
  }

  /** Takes in the positive of the next row. */
  void observe(int video) {
    row++;
    for (int hash = 0; hash < HASHES; hash++) {
      int slot = slot(video, hash);
      meetings[slot]++;
      double gap = row - lastSeen[slot];
      double weight = Math.max(SMALLEST_WEIGHT, 1.0 / meetings[slot]);
      meanGap[slot] = weight == 1 ? gap : meanGap[slot] + weight * (gap - meanGap[slot]);
      lastSeen[slot] = row;
    }
  }

  /** Probability that a row's positive is {@code video}; 0 for one that was never met. */
  double probability(int video) {
    double gap = 0;
    for (int hash = 0; hash < HASHES; hash++) {
      gap = Math.max(gap, meanGap[slot(video, hash)]);
    }
    return 1 / gap;
  }

  private int slot(int video, int hash) {
    long mixed = (video + 1L) * (hash == 0 ? 0x9E3779B97F4A7C15L : 0xC2B2AE3D27D4EB4FL);
    return hash * (mask + 1) + ((int) (mixed >>> 32) & mask);
  }
}
