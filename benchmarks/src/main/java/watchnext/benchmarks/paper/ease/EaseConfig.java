package watchnext.benchmarks.paper.ease;

import watchnext.require.Require;

/**
 * The settings of {@link EaseTrainer}. <i>Immutable.</i>
 *
 * @param regularization λ: added to the diagonal of XᵀX, positive
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record EaseConfig(double regularization, int threads) {

  /** Checks the ranges. */
  public EaseConfig {
    Require.positive("regularization", regularization);
    Require.atLeast("threads", threads, 1);
  }
}
