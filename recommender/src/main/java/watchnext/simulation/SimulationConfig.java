package watchnext.simulation;

import watchnext.require.Require;
import watchnext.synthetic.WorldConfig;

/**
 * How long policies are let loose, and how. <i>Immutable.</i>
 *
 * @param days length of the loop in days, the last ones of the world
 * @param retrainEvery nights between two trainings on the log and the policy's own events; {@link
 *     #NEVER} for none
 * @param repeatDays for how many days a video that stood on a user's page is not shown to that user
 *     again, whatever the policy; 0 for no such rule
 * @param seed of everything random but the world
 */
public record SimulationConfig(int days, int retrainEvery, int repeatDays, long seed) {

  /** No training during the loop. */
  public static final int NEVER = 0;

  /** As long as the features remember what was shown. */
  public static final int USUAL_REPEAT_DAYS = 7;

  /** Fewer days of log are too few to train on: see {@link Past}. */
  public static final int LEAST_LOG_DAYS = 8;

  /** Checks the ranges. */
  public SimulationConfig {
    Require.atLeast("days", days, 1);
    Require.that(retrainEvery >= 0, "retrainEvery must be 0 or more, was %s", retrainEvery);
    Require.that(repeatDays >= 0, "repeatDays must be 0 or more, was %s", repeatDays);
  }

  /** A loop of {@code days} days without training. */
  public static SimulationConfig of(int days, long seed) {
    return new SimulationConfig(days, NEVER, USUAL_REPEAT_DAYS, seed);
  }

  /** The same with a training every {@code nights} nights. */
  public SimulationConfig retrainedEvery(int nights) {
    return new SimulationConfig(days, nights, repeatDays, seed);
  }

  /** Whether the night before day {@code day} (0 for the first) is one of training. */
  boolean trainsBefore(int day) {
    return retrainEvery != NEVER && day > 0 && day % retrainEvery == 0;
  }

  /**
   * Checks that a loop fits into a world: it is the last days of it, and the rest is the log.
   *
   * @throws IllegalArgumentException when fewer than {@value #LEAST_LOG_DAYS} days are left
   */
  public static void requireFits(int days, WorldConfig world) {
    int worldDays = world.extent().days();
    int most = worldDays - LEAST_LOG_DAYS;
    Require.that(
        days >= 1 && days <= most,
        "days must be in [1, %s] in world %s (%s days, of which at least %s are the log), was %s",
        most,
        world.name(),
        worldDays,
        LEAST_LOG_DAYS,
        days);
  }
}
