package watchnext.synthetic;

import watchnext.require.Require;

/**
 * How badly events travel from the users' devices to the log. <i>Immutable.</i>
 *
 * @param lateShare share of events that arrive late
 * @param meanLateSeconds how late they are on average
 * @param duplicateShare share of events that arrive a second time
 * @param lostShare share of events that never arrive
 */
public record DeliverySettings(
    double lateShare, double meanLateSeconds, double duplicateShare, double lostShare) {

  /** Small, not zero: 2 % late by twenty minutes on average, 0.2 % twice, 0.1 % never. */
  public static final DeliverySettings USUAL = new DeliverySettings(0.02, 1200, 0.002, 0.001);

  /** Everything arrives at once, once. */
  public static final DeliverySettings PERFECT = new DeliverySettings(0, 0, 0, 0);

  /** Checks the ranges. */
  public DeliverySettings {
    Require.within("lateShare", lateShare, 0, 1);
    Require.within("duplicateShare", duplicateShare, 0, 1);
    Require.within("lostShare", lostShare, 0, 1);
    Require.that(
        meanLateSeconds >= 0 && meanLateSeconds <= 30 * 86_400.0,
        "meanLateSeconds must be in [0, 2592000], was %s",
        meanLateSeconds);
  }
}
