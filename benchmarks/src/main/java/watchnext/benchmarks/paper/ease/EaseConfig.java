package watchnext.benchmarks.paper.ease;

/**
 * The settings of {@link EaseTrainer}. <i>Immutable.</i>
 *
 * @param regularization λ: added to the diagonal of XᵀX, positive
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record EaseConfig(double regularization, int threads) {

  /** Checks the ranges. */
  public EaseConfig {
    if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("regularization must be positive, was " + regularization);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** What does well on MovieLens. */
  public static EaseConfig defaults() {
    return new EaseConfig(300, 2);
  }
}
