package watchnext.benchmarks.paper.graph;

import java.util.Arrays;
import watchnext.dataset.Interactions;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;

/**
 * Users and videos as the two sides of a graph, an edge for each watch, and the blur along it: a
 * signal on the videos goes to the users who watched them and back.
 *
 * <pre>  P = R̃ᵀ R̃      R̃ = D_u^(−a/2) R D_i^−½</pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>paper</th><th>here</th><th>meaning</th></tr>
 * <tr><td>R</td><td>{@code users, videos}</td><td>watches, once by user and once by video</td></tr>
 * <tr><td>D_u, D_i</td><td>degrees</td><td>watches of a user, of a video</td></tr>
 * <tr><td>a</td><td>{@code userExponent}</td><td>how much less a watch says of who watches
 * much</td></tr>
 * <tr><td>R̃</td><td>{@code weights}</td><td>the watches, normalised</td></tr>
 * </table>
 *
 * <p>With a = 1 the eigenvalues of P lie in [0, 1]: a signal that neighbours share keeps its
 * strength, one that differs from neighbour to neighbour is damped. P is never written down: a
 * product costs two multiplications a watch. Memory: 16 bytes a watch. <i>Immutable.</i>
 */
final class WatchGraph {

  private static final int BLOCK = 256;

  private final Side users;
  private final Side videos;

  /** The product of the degrees of both ends of an edge. */
  private interface Degrees {
    double product(int row, int neighbour);
  }

  /** One side's lists of neighbours on the other, end to end, with R̃ beside them. */
  private record Side(int[] offsets, int[] neighbours, float[] weights) {

    int size() {
      return offsets.length - 1;
    }

    /** The rows of {@code lists}; an edge weighs 1 / √(product of both degrees). */
    static Side of(Interactions lists, Degrees degrees) {
      int[] offsets = new int[lists.rows() + 1];
      int[] neighbours = new int[lists.size()];
      float[] weights = new float[lists.size()];
      for (int r = 0; r < lists.rows(); r++) {
        for (int i = lists.start(r); i < lists.end(r); i++) {
          neighbours[i] = lists.column(i);
          weights[i] = (float) (1 / Math.sqrt(degrees.product(r, neighbours[i])));
        }
        offsets[r + 1] = lists.end(r);
      }
      return new Side(offsets, neighbours, weights);
    }

    /** Row r of the result is the weighted sum of the rows of its neighbours. */
    Matrix gather(Matrix x, int threads) {
      int columns = x.columns();
      Matrix sums = new Matrix(size(), columns);
      ParallelRanges.run(
          size(),
          BLOCK,
          threads,
          () ->
              (from, to) -> {
                for (int r = from; r < to; r++) {
                  Kernels.BEST.gatherRows(
                      x.data(),
                      neighbours,
                      weights,
                      offsets[r],
                      offsets[r + 1],
                      sums.data(),
                      sums.offset(r),
                      columns);
                }
              });
      return sums;
    }
  }

  private WatchGraph(Side users, Side videos) {
    this.users = users;
    this.videos = videos;
  }

  /**
   * The graph of {@code watches}, users × videos.
   *
   * @param userExponent a
   */
  static WatchGraph of(Interactions watches, double userExponent) {
    Interactions byVideo = watches.transposed();
    double[] degrees = new double[watches.rows()];
    Arrays.setAll(degrees, user -> Math.pow(watches.count(user), userExponent));
    return new WatchGraph(
        Side.of(watches, (user, video) -> degrees[user] * byVideo.count(video)),
        Side.of(byVideo, (video, user) -> degrees[user] * byVideo.count(video)));
  }

  /** Number of videos. */
  int videoCount() {
    return videos.size();
  }

  /** D_i: how many users watched {@code video}. */
  int watchers(int video) {
    return videos.offsets()[video + 1] - videos.offsets()[video];
  }

  /** P X, for any number of columns; the same to the last bit on any number of threads. */
  Matrix blur(Matrix x, int threads) {
    return videos.gather(users.gather(x, threads), threads);
  }
}
