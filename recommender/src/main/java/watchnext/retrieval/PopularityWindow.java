package watchnext.retrieval;

import watchnext.feature.FeatureState;
import watchnext.feature.Horizon;
import watchnext.feature.Signal;

/** How far back popularity looks: a short memory follows the day, a long one is steadier. */
public enum PopularityWindow {
  /** Good watches with a half-life of one day. */
  DAY(Horizon.DAY),
  /** Good watches with a half-life of seven days. */
  WEEK(Horizon.WEEK),
  /** All good watches so far. */
  EVER(Horizon.EVER);

  private final Horizon horizon;

  PopularityWindow(Horizon horizon) {
    this.horizon = horizon;
  }

  /** The count of satisfied users of {@code video} at {@code epochSecond}. */
  float goodWatches(FeatureState state, int video, long epochSecond) {
    return state.videoCount(video, Signal.SATISFIED, horizon, epochSecond);
  }
}
