package watchnext.model.mf;

import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;

/** The settings of {@link AlsTrainer}. <i>Immutable.</i> */
public record AlsConfig(
    @Setting(meaning = "length d of a factor", range = "[1, 1024]") int dimension,
    @Setting(meaning = "passes over users and videos", range = "[1, inf)") int epochs,
    @Setting(
            meaning =
                "α₀: weight of a pair not watched against 1 for a watched one; validation tries others",
            range = "(0, inf)")
        double unobservedWeight,
    @Setting(meaning = "what a long factor costs") AlsPenalty penalty,
    @Setting(
            meaning = "σ: expected length of a video's factor before the first epoch",
            range = "(0, inf)")
        double initialStdDev,
    @SetElsewhere("the result does not depend on the number of threads") int threads) {

  /** The largest dimension that is supported. */
  public static final int MAX_DIMENSION = 1024;

  /** Checks the ranges. */
  public AlsConfig {
    Require.that(
        dimension >= 1 && dimension <= MAX_DIMENSION,
        "dimension must be in [1, %s], was %s",
        MAX_DIMENSION,
        dimension);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("threads", threads, 1);
    checkPositive("unobservedWeight", unobservedWeight);
    checkPositive("initialStdDev", initialStdDev);
  }

  /**
   * Settings for some thousand videos with some ten thousand watches, chosen on MovieLens. The more
   * watches there are, the less of λ is needed, and the more videos, the less of α₀: 0.003 and 0.01
   * did best on the 41,000 places of Gowalla with this penalty; one with β = 0 did better there.
   */
  public static AlsConfig defaults() {
    return new AlsConfig(64, 8, 0.1, AlsPenalty.shareOfLoss(0.015), 0.1, 2);
  }

  /** λ, see {@link AlsPenalty}. */
  public double regularization() {
    return penalty.regularization();
  }

  /**
   * The penalty of one factor: λ (n + β α₀ N)^ν.
   *
   * @param count n: pairs observed in its row
   * @param others N: number of rows on the other side
   */
  double penalty(int count, int others) {
    return penalty.of(count, unobservedWeight * others);
  }

  private static void checkPositive(String name, double value) {
    Require.positive(name, value);
  }
}
