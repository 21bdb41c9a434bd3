package watchnext.model.popularity;

import watchnext.dataset.Interactions;

/**
 * Counts good watches per video, each with the weight that its age at the cut gives it. Watches at
 * or after the cut are left out, so that nothing of the future can slip in. <i>Confined: one thread
 * at a time.</i>
 */
public final class PopularityTrainer {

  private final double[] weights;
  private final long cut;
  private final Weighting weighting;

  /**
   * Nothing counted yet.
   *
   * @param videos number of videos
   * @param cut seconds since 1970 before which a watch counts
   * @param weighting what a watch of a given age counts
   */
  public PopularityTrainer(int videos, long cut, Weighting weighting) {
    this.weights = new double[videos];
    this.cut = cut;
    this.weighting = weighting;
  }

  /** Counts a good watch of {@code video}, unless it lies at or after the cut. */
  public void add(int video, long epochSecond) {
    if (epochSecond < cut) {
      weights[video] += weighting.weight((double) cut - epochSecond);
    }
  }

  /** The counts so far. */
  public Popularity build() {
    float[] scores = new float[weights.length];
    for (int v = 0; v < scores.length; v++) {
      scores[v] = (float) weights[v];
    }
    return new Popularity(scores);
  }

  /** The number of users who watched each video, for data without times. */
  public static Popularity of(Interactions watches) {
    float[] scores = new float[watches.columns()];
    for (int i = 0; i < watches.size(); i++) {
      scores[watches.column(i)]++;
    }
    return new Popularity(scores);
  }
}
