package watchnext.benchmarks.paper.graph;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import watchnext.dataset.Interactions;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * A filter on the graph of watches: blurring and sharpening (BSPM). Nothing is learnt by descent;
 * training finds the smoothest axes of the graph. Only the published tables run it, not the
 * rebuild.
 *
 * <p>A user's watches r are a signal on the videos. Blurring spreads it to what the same users
 * watched; keeping only the d smoothest axes of the graph (an ideal low-pass) takes out what is
 * particular to single watches; and sharpening takes back a part of what the blur made alike, so
 * that popular videos do not drown the rest:
 *
 * <pre>
 *   R̃ = D_u^(−a/2) R D_i^−½ ≈ U Σ Vᵀ      P = R̃ᵀ R̃
 *   b = r D_i^−p P + β r D_i^−q V Vᵀ D_i^(q−p)
 *   ds/dt = −s P / λ₁ from t = 0, s = b, to t = T      score = s(T) D_i^p
 * </pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>paper</th><th>here</th><th>meaning</th></tr>
 * <tr><td>R</td><td>{@code watches}</td><td>users × videos, ones for watches</td></tr>
 * <tr><td>R̃, P</td><td>{@link WatchGraph}</td><td>the normalised matrix, the blur</td></tr>
 * <tr><td>V</td><td>{@link LeadingAxes}</td><td>d leading right singular vectors of R̃</td></tr>
 * <tr><td>β</td><td>{@code lowPassWeight}</td><td>weight of the low-pass</td></tr>
 * <tr><td>λ₁ = 1</td><td></td><td>largest eigenvalue of P, 1 when a is</td></tr>
 * <tr><td>T</td><td>{@code sharpening}</td><td>time, taken in one step</td></tr>
 * <tr><td>a = 1</td><td>{@code userExponent}</td><td>weight of who watches much</td></tr>
 * <tr><td>p = 0, q = ½</td><td>{@code blurTilt, lowPassTilt}</td><td>weight of the popular</td></tr>
 * </table>
 *
 * <p>The papers fix a, p and q; here they are settings, because on a validation part of Gowalla
 * they matter more than the sharpening does. Since all of it is linear in r, the sharpening is a
 * polynomial s(P) that is multiplied out: what the low-pass gives becomes an inner product of d
 * values a video. With T = 0 this is GF-CF. Cost: rounds · (4 d per watch + 1.5 d² per video)
 * multiplications.
 *
 * <p>References: Shen et al., How Powerful is Graph Convolution for Recommendation?, CIKM 2021
 * [shen2021] for GF-CF; Choi, Hong, Park and Cho, Blurring-Sharpening Process Models for
 * Collaborative Filtering, SIGIR 2023 [choi2023]. <i>Stateless.</i>
 */
public final class GraphFilterTrainer {

  private GraphFilterTrainer() {}

  /**
   * Makes the filter.
   *
   * @param watches users × videos
   * @param progress told what is being done
   * @param random draws the first block of the search for the axes
   */
  public static GraphFilter train(
      Interactions watches,
      GraphFilterConfig config,
      Consumer<String> progress,
      RandomGenerator random) {
    WatchGraph graph = WatchGraph.of(watches, config.userExponent());
    progress.accept("graph: " + watches.size() + " watches");
    Matrix axes =
        LeadingAxes.of(
            x -> graph.blur(x, config.threads()),
            graph.videoCount(),
            config.dimension(),
            config.rounds(),
            config.threads(),
            random);
    progress.accept("graph: " + config.dimension() + " axes");
    double[] sharpening =
        Polynomials.sharpening(
            config.sharpening() / largestEigenvalue(graph, axes), config.sharpeningOrder());
    double p = config.blurTilt();
    double q = config.lowPassTilt();
    Matrix lowPass = scaledRows(axes, graph, q - p, config.lowPassWeight());
    Matrix sharpened = Polynomials.apply(floats(sharpening), graph, lowPass, config.threads());
    return new GraphFilter(
        graph,
        floats(Polynomials.timesBlur(sharpening)),
        tilts(graph, p),
        scaledRows(axes, graph, -q, 1),
        scaledRows(sharpened, graph, p, 1));
  }

  /** λ₁ = v₁ᵀ P v₁ for the first axis v₁; 1 of a graph without watches. */
  private static double largestEigenvalue(WatchGraph graph, Matrix axes) {
    Matrix first = new Matrix(axes.rows(), 1);
    for (int v = 0; v < axes.rows(); v++) {
      first.set(v, 0, axes.get(v, 0));
    }
    Matrix blurred = graph.blur(first, 1);
    double product = Kernels.BEST.dot(first.data(), 0, blurred.data(), 0, axes.rows());
    return product > 0 ? product : 1;
  }

  /** D_i^p; a video nobody watched has 1. */
  private static float[] tilts(WatchGraph graph, double p) {
    float[] tilts = new float[graph.videoCount()];
    for (int v = 0; v < tilts.length; v++) {
      tilts[v] = (float) Math.pow(Math.max(1, graph.watchers(v)), p);
    }
    return tilts;
  }

  /** factor · D_i^exponent X; a video nobody watched has a row of zeros. */
  private static Matrix scaledRows(Matrix x, WatchGraph graph, double exponent, double factor) {
    Matrix result = new Matrix(x.rows(), x.columns());
    for (int v = 0; v < x.rows(); v++) {
      if (graph.watchers(v) > 0) {
        float scale = (float) (factor * Math.pow(graph.watchers(v), exponent));
        Kernels.BEST.axpy(
            scale, x.data(), x.offset(v), result.data(), result.offset(v), x.columns());
      }
    }
    return result;
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
