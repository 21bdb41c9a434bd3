package watchnext.model.ranker;

import watchnext.require.Require;

/**
 * Hyper-parameters of {@link GbdtTrainer}. <i>Immutable.</i>
 *
 * @param trees most trees to grow, at least 1
 * @param depth depth of a tree, 1 to 12; a tree of depth d is stored as 2^d leaves
 * @param learningRate shrinkage of each tree, in (0, 1]
 * @param minChildWeight least sum of second derivatives in a leaf, 0 or more
 * @param subsample share of the rows a tree sees, in (0, 1]
 * @param featureSample share of the features a tree sees, in (0, 1]
 * @param regularization L2 penalty on leaf values, 0 or more
 * @param pairsPerVideo how many videos of its request a video is compared with, at least 1
 * @param patience trees without a better validation nDCG before growing stops, at least 1
 * @param threads threads of XGBoost, at least 1
 * @param seed seed of sampling
 */
public record GbdtConfig(
    int trees,
    int depth,
    double learningRate,
    double minChildWeight,
    double subsample,
    double featureSample,
    double regularization,
    int pairsPerVideo,
    int patience,
    int threads,
    long seed) {

  /** 200 trees of depth 6, each video compared with eight others. */
  public static final GbdtConfig DEFAULT = new GbdtConfig(200, 6, 0.1, 1, 0.8, 0.8, 1, 8, 40, 1, 1);

  /** Checks the ranges. */
  public GbdtConfig {
    Require.atLeast("trees", trees, 1);
    Require.within("depth", depth, 1, 12);
    Require.share("learningRate", learningRate);
    Require.atLeast("minChildWeight", minChildWeight, 0);
    Require.share("subsample", subsample);
    Require.share("featureSample", featureSample);
    Require.atLeast("regularization", regularization, 0);
    Require.atLeast("pairsPerVideo", pairsPerVideo, 1);
    Require.atLeast("patience", patience, 1);
    Require.atLeast("threads", threads, 1);
  }

  /** The same with at most {@code count} trees. */
  public GbdtConfig withTrees(int count) {
    return new GbdtConfig(
        count,
        depth,
        learningRate,
        minChildWeight,
        subsample,
        featureSample,
        regularization,
        pairsPerVideo,
        patience,
        threads,
        seed);
  }

  /** The same on {@code count} threads. */
  public GbdtConfig withThreads(int count) {
    return new GbdtConfig(
        trees,
        depth,
        learningRate,
        minChildWeight,
        subsample,
        featureSample,
        regularization,
        pairsPerVideo,
        patience,
        count,
        seed);
  }

  /** The same with another seed. */
  public GbdtConfig withSeed(long newSeed) {
    return new GbdtConfig(
        trees,
        depth,
        learningRate,
        minChildWeight,
        subsample,
        featureSample,
        regularization,
        pairsPerVideo,
        patience,
        threads,
        newSeed);
  }
}
