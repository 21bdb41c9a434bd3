package watchnext.retrieval;

import watchnext.feature.FeatureState;

/** How far back popularity looks: a short memory follows the day, a long one is steadier. */
public enum PopularityWindow {
  /** Good watches with a half-life of one day. */
  DAY,
  /** Good watches with a half-life of seven days. */
  WEEK,
  /** All good watches so far. */
  EVER;

  /** The count of good watches of {@code video} at {@code epochSecond}. */
  float goodWatches(FeatureState state, int video, long epochSecond) {
    return switch (this) {
      case DAY -> state.videoStatistics().goodWatchesOfDay(video, epochSecond);
      case WEEK -> state.videoStatistics().goodWatchesOfWeek(video, epochSecond);
      case EVER -> state.videoStatistics().goodWatches(video);
    };
  }
}
