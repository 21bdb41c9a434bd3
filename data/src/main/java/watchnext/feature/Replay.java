package watchnext.feature;

import watchnext.event.EventLog;
import watchnext.require.Require;

/**
 * Moves a {@link FeatureState} along a log. Events of one second are one batch: whoever asks at
 * time t knows what happened strictly before t, and nothing of the second t itself.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
public final class Replay {

  private final EventLog log;
  private final FeatureState state;
  private int next;
  private long now = Long.MIN_VALUE;

  /**
   * A replay from the log's beginning.
   *
   * @throws IllegalArgumentException when log and state number different users or videos
   */
  public Replay(EventLog log, FeatureState state) {
    Require.that(
        log.catalog().numbersAs(state.catalog()),
        "log and state must number the same users and videos, were %s users and %s videos in the log, %s and %s in the state",
        log.catalog().users().size(),
        log.catalog().videos().size(),
        state.catalog().users().size(),
        state.catalog().videos().size());
    this.log = log;
    this.state = state;
  }

  /**
   * Observes all events strictly before {@code epochSecond} that were not observed yet.
   *
   * @return the state, as it was known at {@code epochSecond}
   * @throws IllegalArgumentException when time would run backwards
   */
  public FeatureState advanceTo(long epochSecond) {
    Require.that(
        epochSecond >= now,
        "a replay must not go back from %s, was asked for %s",
        now,
        epochSecond);
    now = epochSecond;
    while (next < log.size() && log.epochSecond(next) < epochSecond) {
      state.observe(log, next++);
    }
    return state;
  }

  /** The state that is moved. */
  public FeatureState state() {
    return state;
  }

  /** Index of the first event not observed yet. */
  public int position() {
    return next;
  }
}
