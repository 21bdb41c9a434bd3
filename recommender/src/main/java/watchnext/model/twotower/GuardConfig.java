package watchnext.model.twotower;

import watchnext.require.Require;

/**
 * What keeps the two towers from learning their rows by heart. <i>Immutable.</i>
 *
 * @param idDropout probability that a video of the batch goes without its id embedding, so that
 *     content learns to stand in for it. Volkovs et al., DropoutNet, NIPS 2017 [volkovs2017]
 * @param historyDropout probability that a video of a history is left out
 */
public record GuardConfig(double idDropout, double historyDropout) {

  /** Checks the ranges. */
  public GuardConfig {
    Require.that(idDropout >= 0 && idDropout < 1, "idDropout must be in [0, 1), was %s", idDropout);
    Require.that(
        historyDropout >= 0 && historyDropout < 1,
        "historyDropout must be in [0, 1), was %s",
        historyDropout);
  }

  /** What the demo uses. */
  public static GuardConfig defaults() {
    return new GuardConfig(0.3, 0.2);
  }

  /** The same with another share of videos without their id. */
  public GuardConfig withIdDropout(double value) {
    return new GuardConfig(value, historyDropout);
  }

  /** The same with another share of histories left out. */
  public GuardConfig withHistoryDropout(double value) {
    return new GuardConfig(idDropout, value);
  }
}
