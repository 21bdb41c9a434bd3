package watchnext.model.ranker;

import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;

/** Hyper-parameters of {@link GbdtTrainer}. <i>Immutable.</i> */
public record GbdtConfig(
    @Setting(meaning = "most trees to grow", range = "[1, inf)") int trees,
    @Setting(meaning = "depth of a tree; one of depth d is stored as 2^d leaves", range = "[1, 12]")
        int depth,
    @Setting(meaning = "shrinkage of each tree", range = "(0, 1]") double learningRate,
    @Setting(meaning = "least sum of second derivatives in a leaf", range = "[0, inf)")
        double minChildWeight,
    @Setting(meaning = "share of the rows a tree sees", range = "(0, 1]") double subsample,
    @Setting(meaning = "share of the features a tree sees", range = "(0, 1]") double featureSample,
    @Setting(meaning = "L2 penalty on leaf values", range = "[0, inf)") double regularization,
    @Setting(
            meaning = "how many videos of its request a video is compared with",
            range = "[1, inf)")
        int pairsPerVideo,
    @Setting(
            meaning = "trees without a better validation nDCG before growing stops",
            range = "[1, inf)")
        int patience,
    @SetElsewhere("the result does not depend on the number of threads") int threads,
    @SetElsewhere("it is the option --seed") long seed) {

  /** 200 trees of depth 6, each video compared with eight others, on two threads. */
  public static GbdtConfig defaults(long seed) {
    return new GbdtConfig(200, 6, 0.1, 1, 0.8, 0.8, 1, 8, 40, 2, seed);
  }

  /** Checks the ranges. */
  public GbdtConfig {
    Require.atLeast("trees", trees, 1);
    Require.within("depth", depth, 1, 12);
    Require.share("learningRate", learningRate);
    requireWeight("minChildWeight", minChildWeight);
    Require.share("subsample", subsample);
    Require.share("featureSample", featureSample);
    requireWeight("regularization", regularization);
    Require.atLeast("pairsPerVideo", pairsPerVideo, 1);
    Require.atLeast("patience", patience, 1);
    Require.atLeast("threads", threads, 1);
  }

  private static void requireWeight(String name, double value) {
    Require.that(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        "%s must be at least 0, was %s",
        name,
        value);
  }
}
