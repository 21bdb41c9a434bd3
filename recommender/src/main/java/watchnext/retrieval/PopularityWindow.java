package watchnext.retrieval;

import watchnext.feature.FeatureState;
import watchnext.feature.Horizon;
import watchnext.feature.Signal;
import watchnext.task.Asked;
import watchnext.task.PerRequest;

/**
 * How far back popularity looks: a short memory follows the day, a long one is steadier. Its value
 * for a request is the count of good watches of every video. <i>Immutable.</i>
 */
public enum PopularityWindow implements PerRequest<float[]> {
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

  @Override
  public float[] of(Asked asked) {
    float[] all = new float[asked.catalog().videos().size()];
    for (int v = 0; v < all.length; v++) {
      all[v] = goodWatches(asked.state(), v, asked.epochSecond());
    }
    return all;
  }

  /** The count of satisfied users of {@code video} at {@code epochSecond}. */
  float goodWatches(FeatureState state, int video, long epochSecond) {
    return state.videoCount(video, Signal.SATISFIED, horizon, epochSecond);
  }
}
