package watchnext.model.twotower;

import watchnext.feature.History;

/**
 * A history as one vector, as serving computes it: the weighted mean of the representations of its
 * latest videos, by the rule of {@link HistoryConfig}. Videos that the model does not know count
 * nothing. Cost: one row a video of the history. <i>Immutable.</i>
 */
final class HistoryPooling {

  private final HistoryConfig config;
  private final float[] placeWeights;
  private final VideoRepresentations representations;

  /** Pools by {@code config}, the same as in training. */
  HistoryPooling(HistoryConfig config, VideoRepresentations representations) {
    this.config = config;
    this.placeWeights = config.placeWeights();
    this.representations = representations;
  }

  /** {@code out += pooled history}, in its first {@code dimension} places. */
  void pool(History watched, float[] out) {
    int size = watched.size();
    int[] videos = new int[Math.min(size, config.length())];
    float[] weights = new float[videos.length];
    int used = 0;
    float sum = 0;
    for (int place = 0; place < videos.length; place++) {
      int i = size - 1 - place;
      if (watched.video(i) < representations.size()) {
        long age = watched.epochSecond(size - 1) - watched.epochSecond(i);
        weights[used] = config.weight(placeWeights[place], age);
        videos[used] = watched.video(i);
        sum += weights[used++];
      }
    }
    for (int j = 0; j < used; j++) {
      weights[j] /= sum;
    }
    representations.pool(videos, weights, used, config.attention(), out);
  }
}
