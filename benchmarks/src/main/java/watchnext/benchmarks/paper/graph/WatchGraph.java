package watchnext.benchmarks.paper.graph;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

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
  private final double userExponent;

  /** One side's lists of neighbours on the other, end to end, with R̃ beside them. */
  private record Side(int[] offsets, int[] neighbours, float[] weights) {

    int size() {
      return offsets.length - 1;
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

  private WatchGraph(Side users, Side videos, double userExponent) {
    this.users = users;
    this.videos = videos;
    this.userExponent = userExponent;
  }

  /**
   * The graph of the watches of each user.
   *
   * @param offsets where each user's videos begin in {@code watched}, and where the last one's end
   * @param watched video ordinals, each once a user
   * @param videoCount number of videos
   * @param userExponent a
   * @throws IllegalArgumentException when offsets descend or an ordinal is out of range
   */
  static WatchGraph of(int[] offsets, int[] watched, int videoCount, double userExponent) {
    check(offsets, watched, videoCount);
    int[] videoOffsets = new int[videoCount + 1];
    for (int video : watched) {
      videoOffsets[video + 1]++;
    }
    for (int v = 0; v < videoCount; v++) {
      videoOffsets[v + 1] += videoOffsets[v];
    }
    float[] weights = new float[watched.length];
    int[] watchers = new int[watched.length];
    float[] watcherWeights = new float[watched.length];
    int[] next = videoOffsets.clone();
    for (int u = 0; u + 1 < offsets.length; u++) {
      double userDegree = Math.pow(offsets[u + 1] - offsets[u], userExponent);
      for (int i = offsets[u]; i < offsets[u + 1]; i++) {
        int video = watched[i];
        double videoDegree = videoOffsets[video + 1] - videoOffsets[video];
        weights[i] = (float) (1 / Math.sqrt(userDegree * videoDegree));
        watchers[next[video]] = u;
        watcherWeights[next[video]++] = weights[i];
      }
    }
    return new WatchGraph(
        new Side(offsets, watched, weights),
        new Side(videoOffsets, watchers, watcherWeights),
        userExponent);
  }

  private static void check(int[] offsets, int[] watched, int videoCount) {
    int users = offsets.length - 1;
    Require.that(
        users >= 0 && offsets[0] == 0 && offsets[users] == watched.length,
        "offsets must run from 0 to %s, had %s values",
        watched.length,
        offsets.length);
    for (int u = 0; u < users; u++) {
      Require.that(offsets[u] <= offsets[u + 1], "offsets must not descend, did at user %s", u);
    }
    for (int video : watched) {
      Require.that(
          video >= 0 && video < videoCount,
          "watched videos must be in [0, %s), held %s",
          videoCount,
          video);
    }
  }

  /** Number of users. */
  int userCount() {
    return users.size();
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

  /** What {@link #of(Tensors)} makes the graph of again. */
  void put(Tensors.Builder tensors) {
    tensors
        .put("offsets", users.offsets(), users.offsets().length)
        .put("watched", users.neighbours(), users.neighbours().length)
        .set("videos", Integer.toString(videoCount()))
        .set("userExponent", Double.toString(userExponent));
  }

  /** The graph that {@link #put} wrote. */
  static WatchGraph of(Tensors tensors) {
    return of(
        tensors.ints("offsets", -1),
        tensors.ints("watched", -1),
        Integer.parseInt(tensors.setting("videos")),
        Double.parseDouble(tensors.setting("userExponent")));
  }
}
