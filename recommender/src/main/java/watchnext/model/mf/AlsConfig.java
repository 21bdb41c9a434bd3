package watchnext.model.mf;

import watchnext.require.Require;

/**
 * The settings of {@link AlsTrainer}. <i>Immutable.</i>
 *
 * @param dimension length d of a factor, 1 to {@value #MAX_DIMENSION}
 * @param epochs passes over users and videos, at least 1
 * @param unobservedWeight α₀: the weight of "did not watch" against 1 for "watched", positive
 * @param penalty on long factors
 * @param initialStdDev σ: expected length of a video's factor before the first epoch, positive
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record AlsConfig(
    int dimension,
    int epochs,
    double unobservedWeight,
    AlsPenalty penalty,
    double initialStdDev,
    int threads) {

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

  /** The same with another dimension. */
  public AlsConfig withDimension(int newDimension) {
    return new AlsConfig(newDimension, epochs, unobservedWeight, penalty, initialStdDev, threads);
  }

  /** The same with another number of epochs. */
  public AlsConfig withEpochs(int newEpochs) {
    return new AlsConfig(dimension, newEpochs, unobservedWeight, penalty, initialStdDev, threads);
  }

  /** The same with another weight of the unobserved pairs and another penalty. */
  public AlsConfig withLoss(double newUnobservedWeight, AlsPenalty newPenalty) {
    return new AlsConfig(
        dimension, epochs, newUnobservedWeight, newPenalty, initialStdDev, threads);
  }

  /** The same with other weights of the unobserved pairs and of the penalty. */
  public AlsConfig withWeights(double newUnobservedWeight, double newRegularization) {
    return withLoss(newUnobservedWeight, penalty.withRegularization(newRegularization));
  }

  /** The same on another number of threads. */
  public AlsConfig withThreads(int newThreads) {
    return new AlsConfig(dimension, epochs, unobservedWeight, penalty, initialStdDev, newThreads);
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
