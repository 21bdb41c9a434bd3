package watchnext.feature;

/**
 * How long the videos are that each user watches well: mean and variance of {@code log(1 +
 * seconds)}, moving averages that give the latest video at least one part in twenty. <i>Confined:
 * one thread at a time.</i>
 */
final class DurationHabits {

  private static final float SMALLEST_RATE = 1 / 20f;

  private final int[] counts;
  private final float[] means;
  private final float[] variances;

  DurationHabits(int users) {
    this.counts = new int[users];
    this.means = new float[users];
    this.variances = new float[users];
  }

  /** Takes in the logarithm of the duration of a video watched well. */
  void observe(int user, float logDuration) {
    counts[user]++;
    float rate = Math.max(1f / counts[user], SMALLEST_RATE);
    float off = logDuration - means[user];
    means[user] += rate * off;
    variances[user] = (1 - rate) * (variances[user] + rate * off * off);
  }

  /** Number of videos seen so far. */
  int count(int user) {
    return counts[user];
  }

  /** Mean of the logarithms, 0 when there are none. */
  float mean(int user) {
    return means[user];
  }

  /** Variance of the logarithms, 0 when there are none. */
  float variance(int user) {
    return variances[user];
  }
}
