package watchnext.benchmarks.paper;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import watchnext.benchmarks.paper.ease.Ease;
import watchnext.benchmarks.paper.ease.EaseConfig;
import watchnext.benchmarks.paper.ease.EaseTrainer;
import watchnext.benchmarks.paper.graph.GraphFilter;
import watchnext.benchmarks.paper.graph.GraphFilterConfig;
import watchnext.benchmarks.paper.graph.GraphFilterTrainer;
import watchnext.dataset.Interactions;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;

/**
 * A row of a table: how to train a model on its data. <i>Immutable.</i>
 *
 * @param name name of the row
 * @param isRandom whether another seed gives another model
 * @param training trains the model
 */
record Method(String name, boolean isRandom, Training training) {

  // Videos whose factors stay in the cache while a block of users goes by.
  private static final int TILE = 256;

  /** Trains a model on pairs. */
  @FunctionalInterface
  interface Training {
    /** The trained model. */
    Scorer train(Interactions watches, RandomGenerator random, Consumer<String> progress);
  }

  static Method popularity() {
    return new Method(
        "popularity",
        false,
        (watches, random, progress) -> {
          Interactions watchers = watches.transposed();
          return byUser(
              watches.columns(),
              (user, scores) -> {
                for (int v = 0; v < scores.length; v++) {
                  scores[v] = watchers.count(v);
                }
              });
        });
  }

  static Method neighbours(String name, NeighboursConfig config) {
    return new Method(
        name,
        false,
        (watches, random, progress) -> {
          ItemNeighbours model = NeighboursTrainer.train(watches, config);
          return byUser(
              watches.columns(),
              (user, scores) -> {
                int[] history = watches.row(user);
                model.score(history, history.length, scores);
              });
        });
  }

  static Method ease(EaseConfig config) {
    return new Method(
        "ease",
        false,
        (watches, random, progress) -> {
          Ease model = EaseTrainer.train(watches, config);
          return byUser(
              watches.columns(),
              (user, scores) -> {
                int[] history = watches.row(user);
                model.score(history, history.length, scores);
              });
        });
  }

  static Method als(AlsConfig config) {
    return new Method(
        String.format(Locale.ROOT, "als-%d", config.dimension()),
        true,
        (watches, random, progress) -> {
          AlsModel model = AlsTrainer.train(watches, config, progress, random);
          return (from, to, out) -> multiply(model.users(), from, to, model.videos(), out);
        });
  }

  static Method graphFilter(String name, GraphFilterConfig config) {
    return new Method(
        name,
        false, // the axes are the graph's own, whatever the search begins with
        (watches, random, progress) -> {
          GraphFilter model = GraphFilterTrainer.train(watches, config, progress, random);
          return (from, to, out) -> {
            int[][] histories = new int[to - from][];
            for (int u = from; u < to; u++) {
              histories[u - from] = watches.row(u);
            }
            model.score(histories, out);
          };
        });
  }

  /** Products of some users with all videos, a tile of videos at a time. */
  static void multiply(Matrix users, int from, int to, Matrix videos, float[] out) {
    int n = videos.rows();
    for (int tile = 0; tile < n; tile += TILE) {
      int count = Math.min(TILE, n - tile);
      for (int u = from; u < to; u++) {
        Kernels.BEST.dotRange(
            users.data(),
            users.offset(u),
            videos.data(),
            videos.offset(tile),
            count,
            users.columns(),
            out,
            (u - from) * n + tile);
      }
    }
  }

  /** Scores all videos for one user. */
  @FunctionalInterface
  private interface UserScorer {
    void score(int user, float[] scores);
  }

  private static Scorer byUser(int videos, UserScorer scorer) {
    return (from, to, out) -> {
      float[] scores = new float[videos];
      for (int u = from; u < to; u++) {
        scorer.score(u, scores);
        System.arraycopy(scores, 0, out, (u - from) * videos, videos);
      }
    };
  }
}
