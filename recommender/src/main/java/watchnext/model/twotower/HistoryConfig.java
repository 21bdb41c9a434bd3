package watchnext.model.twotower;

import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * How a history becomes one vector: a weighted mean of its videos' representations, where the
 * {@code k}-th latest of age {@code t} days weighs {@code decay^k * 2^(-t / halfLifeDays)}.
 * <i>Immutable.</i>
 */
public record HistoryConfig(
    @Setting(meaning = "how many of the latest videos count", range = "[1, inf)") int length,
    @Setting(meaning = "weight of a video over that of the one watched after it", range = "(0, 1]")
        double decay,
    @Setting(
            meaning = "age at which a watch has half the weight of a new one; .inf for never",
            unit = "days",
            range = "(0, inf]")
        double halfLifeDays) {

  private static final double SECONDS_PER_DAY = 86_400;

  /** Checks the ranges. */
  public HistoryConfig {
    Require.atLeast("length", length, 1);
    Require.share("decay", decay);
    Require.that(halfLifeDays > 0, "halfLifeDays must be positive, was %s", halfLifeDays);
  }

  /** What the demo uses: weighted by recency. */
  public static HistoryConfig defaults() {
    return new HistoryConfig(50, 0.95, 90);
  }

  /** Weights by place alone, {@code decay^k} for k in [0, length). */
  float[] placeWeights() {
    float[] weights = new float[length];
    for (int place = 0; place < length; place++) {
      weights[place] = (float) Math.pow(decay, place);
    }
    return weights;
  }

  /**
   * Weight of a video, not yet divided by the sum of weights.
   *
   * @param placeWeight what {@link #placeWeights} says of its place, 0 for the latest video
   * @param secondsBeforeLatest age against the latest video: only differences matter to a mean, and
   *     those of an old history stay representable
   */
  float weight(float placeWeight, long secondsBeforeLatest) {
    if (secondsBeforeLatest == 0 || halfLifeDays == Double.POSITIVE_INFINITY) {
      return Math.max(1e-6f, placeWeight);
    }
    double halvings = secondsBeforeLatest / (SECONDS_PER_DAY * halfLifeDays);
    return (float) Math.max(1e-6, placeWeight * Math.exp(-halvings * Math.log(2)));
  }
}
