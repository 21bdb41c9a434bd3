package watchnext.model.popularity;

import watchnext.require.Require;

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
    Require.atLeast("leastWatches", leastWatches, 1);
    Require.positive("prior", prior);
  }
}
