package watchnext.index;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;

/**
 * Builds a {@link FrozenGraph} without the library, straight into flat arrays: INSERT of
 * [malkov2018] with its heuristic for diverse neighbours.
 *
 * <p>A vector's level is ⌊−ln(u) / ln(m)⌋, u uniform in (0, 1]. Levels are drawn first and vectors
 * inserted by descending level, so that node 0 is the entry point from the beginning and a layer's
 * nodes are numbered without gaps. A new node looks for {@code efConstruction} candidates on each
 * of its layers and is linked with up to m of them; a list that overflows is chosen anew.
 *
 * <p>Choice of neighbours: candidates nearest first; one is kept if it is nearer to the node than
 * to every neighbour kept before. What is left out can be reached over the one that shadows it.
 *
 * <p>Cost: efConstruction × about 25 inner products a vector. <i>Confined: one build; with several
 * threads, writers of a list hold its lock, and readers may meet a list half rewritten, whose
 * entries are nodes all the same. One thread and the same seed give the same graph.</i>
 */
final class FrozenHnswBuilder {

  private static final int LOCKS = 1024;
  private static final int HIGHEST_LEVEL = 30;

  private final FrozenGraph graph;
  private final HnswConfig config;
  private final Object[] locks = new Object[LOCKS];

  private FrozenHnswBuilder(FrozenGraph graph, HnswConfig config) {
    this.graph = graph;
    this.config = config;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /**
   * Builds the graph; row r of {@code vectors} becomes ordinal r.
   *
   * @throws IllegalArgumentException when a row is not of length one
   */
  static FrozenGraph build(
      Matrix vectors, HnswConfig config, BuildListener listener, RandomGenerator random) {
    UnitVectors.require(vectors);
    byte[] levels = new byte[vectors.rows()];
    for (int i = 0; i < levels.length; i++) {
      double level = -Math.log(1 - random.nextDouble()) / Math.log(config.m());
      levels[i] = (byte) Math.min(HIGHEST_LEVEL, level);
    }
    FrozenGraph graph = FrozenGraph.unlinked(vectors, levels, config.m());
    new FrozenHnswBuilder(graph, config).run(listener);
    return graph.breadthFirst(0);
  }

  private void run(BuildListener listener) {
    AtomicInteger next = new AtomicInteger(1);
    CompletableFuture<?>[] others = new CompletableFuture<?>[config.threads() - 1];
    for (int t = 0; t < others.length; t++) {
      others[t] = CompletableFuture.runAsync(() -> insertAll(next, listener), this::start);
    }
    insertAll(next, listener);
    CompletableFuture.allOf(others).join();
    listener.progress(graph.size(), graph.size());
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "index-build");
    thread.setDaemon(true);
    thread.start();
  }

  private void insertAll(AtomicInteger next, BuildListener listener) {
    Inserter inserter = new Inserter();
    int step = Math.max(1, graph.size() / 100);
    for (int node = next.getAndIncrement(); node < graph.size(); node = next.getAndIncrement()) {
      inserter.insert(node);
      if (node % step == 0) {
        listener.progress(node, graph.size());
      }
    }
  }

  /** One thread's part of the build, with its working memory. */
  private final class Inserter {
    private final BeamSearch search = new BeamSearch(graph);
    private final NeighbourChoice choice = new NeighbourChoice(graph, config.efConstruction());

    void insert(int node) {
      float[] vector = graph.vector(node);
      int level = 0;
      while (level < graph.top() && node < graph.nodesOn(level + 1)) {
        level++;
      }
      int from = search.descend(vector, level);
      for (int layer = level; layer >= 0; layer--) {
        search.searchLayer(vector, layer, from, config.efConstruction());
        from = search.node(0);
        choice.begin();
        for (int i = 0; i < search.size(); i++) {
          if (search.node(i) != node) {
            choice.offer(search.node(i), search.score(i));
          }
        }
        link(node, layer);
      }
    }

    private void link(int node, int layer) {
      int kept = choice.choose(config.m());
      int[] neighbours = choice.copy(kept);
      float[] scores = choice.copyScores(kept);
      synchronized (lock(node)) {
        // Another thread may have linked to this node already: its links stay, if there is room.
        for (int i = 0; i < kept; i++) {
          append(node, neighbours[i], layer);
        }
      }
      for (int i = 0; i < kept; i++) {
        synchronized (lock(neighbours[i])) {
          if (!append(neighbours[i], node, layer)) {
            shrink(neighbours[i], node, scores[i], layer);
          }
        }
      }
    }

    /** Adds a link where there is room; true as well when it is there already. */
    private boolean append(int node, int neighbour, int layer) {
      int[] lists = graph.lists(layer);
      int width = graph.width(layer);
      for (int i = node * width; i < (node + 1) * width; i++) {
        if (lists[i] == neighbour) {
          return true;
        }
        if (lists[i] == node) {
          lists[i] = neighbour;
          return true;
        }
      }
      return false;
    }

    /** Chooses the links of a full list anew, the newcomer among the candidates. */
    private void shrink(int node, int newcomer, float score, int layer) {
      int[] lists = graph.lists(layer);
      int width = graph.width(layer);
      choice.begin();
      choice.offer(newcomer, score);
      choice.offerAll(node, lists, node * width, width);
      choice.sort();
      int kept = choice.choose(width);
      for (int i = 0; i < width; i++) {
        lists[node * width + i] = i < kept ? choice.kept(i) : node;
      }
    }

    private Object lock(int node) {
      return locks[node % LOCKS];
    }
  }
}
