package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * Settings of the loss, {@link SampledSoftmax}. <i>Immutable.</i>
 *
 * @param temperature divides the cosines; where it starts when it is learnt, in [0.01, 1]
 * @param learnTemperature whether the temperature is a parameter of the model
 * @param logQ the correction for sampling
 * @param maskHistory whether videos of the row's own history are left out of its negatives
 * @param mixedNegatives negatives drawn uniformly from all videos and shared by the batch, beside
 *     those that the other rows bring. Yang et al., WWW 2020 [yang2020]
 * @param hardNegatives how many rows of a batch bring a video near to their positive as one more
 *     negative, see {@link HardNegatives}
 */
public record SoftmaxConfig(
    double temperature,
    boolean learnTemperature,
    LogQ logQ,
    boolean maskHistory,
    int mixedNegatives,
    int hardNegatives) {

  /** Smallest temperature: below it one step can throw a vector across the sphere. */
  static final double SMALLEST_TEMPERATURE = 0.01;

  /** Checks the ranges. */
  public SoftmaxConfig {
    Require.that(
        temperature >= SMALLEST_TEMPERATURE && temperature <= 1,
        "temperature must be in [0.01, 1], was %s",
        temperature);
    requireNotNegative("mixedNegatives", mixedNegatives);
    requireNotNegative("hardNegatives", hardNegatives);
  }

  private static void requireNotNegative(String name, int value) {
    Require.that(value >= 0, "%s must be 0 or more, was %s", name, value);
  }

  /**
   * What the demo uses. The temperature is fixed: learnt, it falls to whatever fits the training
   * rows best, and on little data that is too low.
   */
  public static SoftmaxConfig defaults() {
    return new SoftmaxConfig(0.2, false, LogQ.ALL, true, 256, 0);
  }

  /** The same with another correction. */
  public SoftmaxConfig withLogQ(LogQ value) {
    return new SoftmaxConfig(
        temperature, learnTemperature, value, maskHistory, mixedNegatives, hardNegatives);
  }

  /** The same with another number of uniform negatives. */
  public SoftmaxConfig withMixedNegatives(int value) {
    return new SoftmaxConfig(
        temperature, learnTemperature, logQ, maskHistory, value, hardNegatives);
  }

  /** The same with another number of hard negatives. */
  public SoftmaxConfig withHardNegatives(int value) {
    return new SoftmaxConfig(
        temperature, learnTemperature, logQ, maskHistory, mixedNegatives, value);
  }

  /** The same with history masked or not. */
  public SoftmaxConfig withMaskHistory(boolean value) {
    return new SoftmaxConfig(
        temperature, learnTemperature, logQ, value, mixedNegatives, hardNegatives);
  }

  /** The same with another temperature, learnt or fixed. */
  public SoftmaxConfig withTemperature(double value, boolean learnt) {
    return new SoftmaxConfig(value, learnt, logQ, maskHistory, mixedNegatives, hardNegatives);
  }
}
