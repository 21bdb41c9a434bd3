package watchnext.model.popularity;

/**
 * The settings of {@link SegmentsTrainer}. <i>Immutable.</i>
 *
 * @param leastWatches good watches below which a segment is too thin to count, at least 1
 * @param prior κ: expected watches that the wider segment's lift counts for, greater than 0
 */
public record SegmentsConfig(int leastWatches, double prior) {

  /** What the demo uses. */
  public static final SegmentsConfig DEFAULT = new SegmentsConfig(100, 20);

  /** Checks the ranges. */
  public SegmentsConfig {
    if (leastWatches < 1) {
      throw new IllegalArgumentException("leastWatches must be at least 1, was " + leastWatches);
    }
    if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("prior must be greater than 0, was " + prior);
    }
  }
}
