package watchnext.model.twotower;

import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * Settings of the loss, {@link SampledSoftmax}. <i>Immutable.</i>
 *
 * @param temperature divides the cosines, in [0.01, 1]: below that, one step can throw a vector
 *     across the sphere
 * @param logQ whether a video's expected count in the batch is taken out of its logit, as its
 *     logarithm. Without it, popular videos are pushed away: they are negatives more often. Only in
 *     training; serving uses the plain inner product. Yi et al., RecSys 2019 [yi2019]
 * @param mixedNegatives negatives drawn uniformly from all videos and shared by the batch, beside
 *     those that the other rows bring. Yang et al., WWW 2020 [yang2020]
 */
public record SoftmaxConfig(
    @Setting(meaning = "divides the cosines", range = "[0.01, 1]") double temperature,
    @Setting(
            meaning =
                "whether the logarithm of a video's expected count in the batch is subtracted")
        boolean logQ,
    @Setting(
            meaning = "negatives drawn uniformly from all videos and shared by the batch",
            range = "[0, inf)")
        int mixedNegatives) {

  /** Checks the ranges. */
  public SoftmaxConfig {
    Require.that(
        temperature >= 0.01 && temperature <= 1,
        "temperature must be in [0.01, 1], was %s",
        temperature);
    Require.atLeast("mixedNegatives", mixedNegatives, 0);
  }

  /** What the demo uses. */
  public static SoftmaxConfig defaults() {
    return new SoftmaxConfig(0.2, true, 256);
  }
}
