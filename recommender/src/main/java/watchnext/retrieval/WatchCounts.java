package watchnext.retrieval;

import java.util.EnumMap;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;

/**
 * The good watches of every video as they stand at a request, counted once for all the sources that
 * ask. <i>Confined: one request, one thread.</i>
 */
public final class WatchCounts {

  private final FeatureState state;
  private final long epochSecond;
  private final EnumMap<PopularityWindow, float[]> counts = new EnumMap<>(PopularityWindow.class);

  WatchCounts(FeatureState state, Context context) {
    this.state = state;
    this.epochSecond = context.epochSecond();
  }

  /** One count a video; not to be changed. */
  float[] of(PopularityWindow window) {
    return counts.computeIfAbsent(window, this::count);
  }

  private float[] count(PopularityWindow window) {
    float[] all = new float[state.catalog().videos().size()];
    for (int v = 0; v < all.length; v++) {
      all[v] = window.goodWatches(state, v, epochSecond);
    }
    return all;
  }
}
