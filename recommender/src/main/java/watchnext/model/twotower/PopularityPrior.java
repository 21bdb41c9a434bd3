package watchnext.model.twotower;

import watchnext.dataset.NextWatchExamples;

/**
 * What a video's logit owes to its popularity alone: {@code weight * log(1 + n_v)}, with {@code
 * n_v} the examples whose positive it is. The cosine then only says who likes it more than others
 * do: on a sphere there is little room to be liked by everybody. <i>Immutable.</i>
 */
final class PopularityPrior {

  private final double weight;
  private final float[] logits;

  private PopularityPrior(double weight, float[] logits) {
    this.weight = weight;
    this.logits = logits;
  }

  /** The prior of the videos of {@code examples}; zeros when {@code weight} is 0. */
  static PopularityPrior of(NextWatchExamples examples, int videos, double weight) {
    int[] counts = new int[videos];
    for (int i = 0; i < examples.size(); i++) {
      counts[examples.video(i)]++;
    }
    float[] logits = new float[videos];
    for (int v = 0; v < videos; v++) {
      logits[v] = (float) (weight * Math.log1p(counts[v]));
    }
    return new PopularityPrior(weight, logits);
  }

  /** What is added to the logit of {@code video}. */
  float logit(int video) {
    return logits[video];
  }

  /** The same in units of the cosine, for serving. */
  PopularityOffsets offsets(double temperature) {
    float[] offsets = new float[weight == 0 ? 0 : logits.length];
    for (int v = 0; v < offsets.length; v++) {
      offsets[v] = (float) (temperature * logits[v]);
    }
    return new PopularityOffsets(offsets);
  }
}
