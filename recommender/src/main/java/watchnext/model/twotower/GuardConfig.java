package watchnext.model.twotower;

import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * What keeps the two towers from learning their rows by heart. <i>Immutable.</i>
 *
 * @param idDropout probability that a video of the batch goes without its id embedding, so that
 *     content learns to stand in for it. Volkovs et al., DropoutNet, NIPS 2017 [volkovs2017]
 */
public record GuardConfig(
    @Setting(
            meaning = "share of the videos of a batch that go without their id embedding",
            range = "[0, 1)")
        double idDropout,
    @Setting(meaning = "share of the videos of a history that are left out", range = "[0, 1)")
        double historyDropout) {

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
}
