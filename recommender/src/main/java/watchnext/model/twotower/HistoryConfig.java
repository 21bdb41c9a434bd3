package watchnext.model.twotower;

/**
 * How a history becomes one vector: a weighted mean of its videos' representations, where the
 * {@code k}-th latest of age {@code t} days weighs {@code decay^k * 2^(-t / halfLifeDays)}.
 * <i>Immutable.</i>
 *
 * @param length how many of the latest videos count
 * @param decay weight of a video over that of the one watched after it, in (0, 1]
 * @param halfLifeDays days in which a watch loses half of its weight against newer ones
 */
public record HistoryConfig(int length, double decay, double halfLifeDays) {

  private static final double SECONDS_PER_DAY = 86_400;

  /** Checks the ranges. */
  public HistoryConfig {
    if (length < 1) {
      throw new IllegalArgumentException("history length must be at least 1, was " + length);
    }
    if (!(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException("history decay must be in (0, 1], was " + decay);
    }
    if (!(halfLifeDays > 0)) {
      throw new IllegalArgumentException("halfLifeDays must be positive, was " + halfLifeDays);
    }
  }

  /** What the demo uses. */
  public static HistoryConfig defaults() {
    return new HistoryConfig(50, 0.95, 90);
  }

  /**
   * Weight of a video, not yet divided by the sum of weights.
   *
   * @param place 0 for the latest video of the history
   * @param secondsBeforeLatest age against the latest video: only differences matter to a mean, and
   *     those of an old history stay representable
   */
  float weight(int place, long secondsBeforeLatest) {
    double halvings = secondsBeforeLatest / (SECONDS_PER_DAY * halfLifeDays);
    return (float) Math.max(1e-6, Math.exp(place * Math.log(decay) - halvings * Math.log(2)));
  }
}
