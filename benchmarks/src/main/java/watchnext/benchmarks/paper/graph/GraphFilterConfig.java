package watchnext.benchmarks.paper.graph;

import watchnext.require.Require;

/**
 * The settings of {@link GraphFilterTrainer}. <i>Immutable.</i>
 *
 * @param dimension d: how many of the graph's smoothest axes the low-pass keeps, at least 1
 * @param rounds of the search for these axes, at least 1
 * @param userExponent a: a user of n watches counts n^−a in each pair of them, in [0, 2]
 * @param blurTilt p: in the blur a watched video of n watchers counts n^−p and a scored one n^p, in
 *     [-1, 1]; 0 is the paper's, more of it lists popular videos more
 * @param lowPassTilt q: the same in the low-pass; ½ is the paper's
 * @param lowPassWeight β: the weight of the low-pass beside the blur, 0 or more
 * @param sharpening T: how long the blurred signal is sharpened, 0 (not at all) or more
 * @param sharpeningOrder of the step that is taken for it, 1 (Euler) to 4 (Runge and Kutta): each
 *     costs one more way through the graph and back
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record GraphFilterConfig(
    int dimension,
    int rounds,
    double userExponent,
    double blurTilt,
    double lowPassTilt,
    double lowPassWeight,
    double sharpening,
    int sharpeningOrder,
    int threads) {

  /** Checks the ranges. */
  public GraphFilterConfig {
    Require.atLeast("dimension", dimension, 1);
    Require.atLeast("rounds", rounds, 1);
    Require.atLeast("threads", threads, 1);
    Require.within("sharpeningOrder", sharpeningOrder, 1, 4);
    Require.within("userExponent", userExponent, 0, 2);
    Require.within("blurTilt", blurTilt, -1, 1);
    Require.within("lowPassTilt", lowPassTilt, -1, 1);
    Require.within("lowPassWeight", lowPassWeight, 0, 1_000_000);
    Require.within("sharpening", sharpening, 0, 1_000_000);
  }

  /** What did best on a validation part of Gowalla. */
  public static GraphFilterConfig defaults(int threads) {
    return new GraphFilterConfig(1, 4, 0.6, 0.3, 0.3, 0, 0.5, 1, threads);
  }

  /** GF-CF as its authors publish it for Gowalla: no sharpening. [shen2021] */
  public static GraphFilterConfig linear(int threads) {
    return new GraphFilterConfig(256, 4, 1, 0, 0.5, 0.3, 0, 1, threads);
  }

  /** BSPM as its authors publish it for Gowalla. [choi2023] */
  public static GraphFilterConfig sharpened(int threads) {
    return new GraphFilterConfig(448, 4, 1, 0, 0.5, 0.2, 2.5, 4, threads);
  }
}
