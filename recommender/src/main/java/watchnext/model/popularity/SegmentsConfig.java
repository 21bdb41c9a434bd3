package watchnext.model.popularity;

import watchnext.require.Require;
import watchnext.settings.Setting;

/** The settings of {@link SegmentsTrainer}. <i>Immutable.</i> */
public record SegmentsConfig(
    @Setting(
            meaning = "good watches below which a segment is too thin to count",
            range = "[1, inf)")
        int leastWatches,
    @Setting(
            meaning = "κ: expected watches that the wider segment's lift counts for",
            range = "(0, inf)")
        double prior) {

  /** What the demo uses. */
  public static final SegmentsConfig DEFAULT = new SegmentsConfig(100, 20);

  /** Checks the ranges. */
  public SegmentsConfig {
    Require.atLeast("leastWatches", leastWatches, 1);
    Require.positive("prior", prior);
  }
}
