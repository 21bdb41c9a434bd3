package watchnext.benchmarks.paper.graph;

import java.util.Arrays;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;

/**
 * Scores every video for a history by filtering it on the graph of all watches. Made by {@link
 * GraphFilterTrainer}, where the equation stands.
 *
 * <p>A user needs no factor of their own: a history of five minutes ago is filtered like any other.
 * The price is paid per request: a history is sent along all watches to the users and back once for
 * each power of P (two multiplications a watch each), and meets d values of every video. That is
 * millions of multiplications where a factor model needs d a video and a graph index far fewer: a
 * retriever for moderate catalogues, and for lists that are made at night, when many histories go
 * through the graph together, a lane each.
 *
 * <p>Shapes for n videos: {@code axes} and {@code lowPass} n × d. Memory: 16 bytes a watch and 8 d
 * bytes a video. <i>Immutable (the matrices must not be written to).</i>
 */
public final class GraphFilter {

  private static final int TILE = 64;

  private final WatchGraph graph;
  private final float[] polynomial;
  private final float[] tilts;
  private final Matrix axes;
  private final Matrix lowPass;

  /**
   * A filter of given parts.
   *
   * @param polynomial coefficients of 1, P, P² …; at least one
   * @param tilts by video: a watch counts one over this, and a score is multiplied by it; positive
   * @param axes row i is what a watch of video i adds to the d strengths
   * @param lowPass row j is what the d strengths add to the score of video j
   */
  GraphFilter(WatchGraph graph, float[] polynomial, float[] tilts, Matrix axes, Matrix lowPass) {
    this.graph = graph;
    this.polynomial = polynomial.clone();
    this.tilts = tilts.clone();
    this.axes = axes;
    this.lowPass = lowPass;
  }

  /** Number of videos. */
  public int size() {
    return graph.videoCount();
  }

  /**
   * The scores of every video for one history.
   *
   * @param history video ordinals, each once; those beyond the model's videos are passed over
   * @param count how many of {@code history} are used
   * @param out receives one value a video
   */
  public void score(int[] history, int count, float[] out) {
    score(new int[][] {Arrays.copyOf(history, count)}, out);
  }

  /**
   * The scores of every video for some histories; 32 at a time are fast.
   *
   * @param histories as of {@link #score(int[], int, float[])}
   * @param out receives histories × videos values, row-major
   */
  public void score(int[][] histories, float[] out) {
    Matrix signals = signals(histories);
    Matrix scores = Polynomials.apply(polynomial, graph, signals, 1);
    for (int v = 0; v < size(); v++) {
      Kernels.BEST.scale(tilts[v], scores.data(), scores.offset(v), histories.length);
    }
    Matrix strengths = strengths(histories);
    Kernels.BEST.multiplyAdd(
        Panel.of(lowPass),
        Panel.of(strengths),
        Panel.of(scores),
        size(),
        histories.length,
        axes.columns());
    transpose(scores, out);
  }

  /** Row-major histories × videos, tile by tile, so that both sides stay in the cache. */
  private static void transpose(Matrix scores, float[] out) {
    int histories = scores.columns();
    int videos = scores.rows();
    for (int tile = 0; tile < videos; tile += TILE) {
      int end = Math.min(tile + TILE, videos);
      for (int h = 0; h < histories; h++) {
        for (int v = tile; v < end; v++) {
          out[h * videos + v] = scores.get(v, h);
        }
      }
    }
  }

  /** Videos × histories: a watch is 1, divided by the tilt of its video. */
  private Matrix signals(int[][] histories) {
    Matrix signals = new Matrix(size(), histories.length);
    for (int h = 0; h < histories.length; h++) {
      for (int video : histories[h]) {
        if (video < size()) {
          signals.set(video, h, 1 / tilts[video]);
        }
      }
    }
    return signals;
  }

  /** d × histories: how strong each of the smooth axes is in a history. */
  private Matrix strengths(int[][] histories) {
    int d = axes.columns();
    Matrix strengths = new Matrix(d, histories.length);
    float[] sum = new float[d];
    for (int h = 0; h < histories.length; h++) {
      Arrays.fill(sum, 0);
      for (int video : histories[h]) {
        if (video < size()) {
          Kernels.BEST.axpy(1, axes.data(), axes.offset(video), sum, 0, d);
        }
      }
      for (int k = 0; k < d; k++) {
        strengths.set(k, h, sum[k]);
      }
    }
    return strengths;
  }
}
