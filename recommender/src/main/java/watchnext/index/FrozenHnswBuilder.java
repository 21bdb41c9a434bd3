package watchnext.index;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;
import watchnext.math.UnitVectors;

/**
 * Builds a {@link FrozenGraph} without the library, straight into flat arrays: INSERT of
 * [malkov2018] with its heuristic for diverse neighbours, in rounds.
 *
 * <p>A vector's level is ⌊−ln(u) / ln(m)⌋, u uniform in (0, 1]. Levels are drawn first and vectors
 * inserted by descending level, so that node 0 is the entry point from the beginning and a layer's
 * nodes are numbered without gaps.
 *
 * <p>A round inserts the next nodes, at most a {@link #SHARE}th of those that are in the graph, in
 * two steps. First each looks for {@code efConstruction} candidates on each of its layers in the
 * graph as it is, and writes up to m of them into its own list. Then each node that was linked to
 * takes the newcomers into its list, or chooses that anew, all newcomers at once, when it
 * overflows. In either step a list has one writer and nobody reads what another writes: the graph
 * does not depend on the number of threads, and there are no locks. Nodes of one round do not see
 * one another; they are few enough not to be missed.
 *
 * <p>A vector all but equal to one that is in the graph becomes its copy and gets no links. Two of
 * one round do not see one another: both get links, which does no harm.
 *
 * <p>Choice of neighbours: candidates nearest first; one is kept if it is nearer to the node than
 * to every neighbour kept before. What is left out can be reached over the one that shadows it.
 *
 * <p>Cost: efConstruction × about 25 inner products a vector. <i>Confined: one build.</i>
 */
final class FrozenHnswBuilder {

  /** A round is this part of the graph at most. */
  private static final int SHARE = 64;

  private static final int LARGEST_ROUND = 4096;
  private static final int BLOCK = 32;
  private static final int HIGHEST_LEVEL = 30;

  private final FrozenGraph graph;
  private final HnswConfig config;
  private final int[] original;
  private final ScratchPool<NodeInserter> inserters;

  private FrozenHnswBuilder(FrozenGraph graph, HnswConfig config) {
    this.graph = graph;
    this.config = config;
    this.original = IntStream.range(0, graph.size()).toArray();
    this.inserters = new ScratchPool<>(() -> new NodeInserter(graph, config, original));
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
    int[] order = shuffled(levels.length, random);
    FrozenGraph graph = FrozenGraph.unlinked(vectors, levels, order, config.m());
    FrozenHnswBuilder builder = new FrozenHnswBuilder(graph, config);
    builder.run(listener);
    return graph.withCopies(builder.original).breadthFirst(0);
  }

  /** Videos uploaded together may be alike; they should not meet in one round. */
  private static int[] shuffled(int size, RandomGenerator random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private void run(BuildListener listener) {
    int step = Math.max(1, graph.size() / 100);
    int told = 0;
    for (int from = 1; from < graph.size(); ) {
      int round = Math.max(1, Math.min(LARGEST_ROUND, from / SHARE));
      int to = Math.min(graph.size(), from + round);
      insert(from, to);
      for (int layer = 0; layer <= graph.top() && from < graph.nodesOn(layer); layer++) {
        linkBack(from, Math.min(to, graph.nodesOn(layer)), layer);
      }
      if (to - told >= step) {
        listener.progress(to, graph.size());
        told = to;
      }
      from = to;
    }
    listener.progress(graph.size(), graph.size());
  }

  /** Writes the lists of nodes {@code from} to {@code to}; nothing leads to them yet. */
  private void insert(int from, int to) {
    inBlocks(
        to - from,
        (inserter, first, last) -> {
          for (int i = first; i < last; i++) {
            inserter.insert(from + i);
          }
        });
  }

  /** Lets everything that the nodes {@code from} to {@code to} link to link back. */
  private void linkBack(int from, int to, int layer) {
    long[] links = links(from, to, layer);
    inBlocks(
        links.length,
        (inserter, first, last) -> {
          // A node's links lie together; who finds their beginning in his block takes them all.
          int i = first;
          while (i < last) {
            int end = endOf(links, i);
            if (i == 0 || target(links[i - 1]) != target(links[i])) {
              inserter.linkBack(target(links[i]), links, i, end, layer);
            }
            i = end;
          }
        });
  }

  /** All links of the nodes, turned round and sorted: target above, source below. */
  private long[] links(int from, int to, int layer) {
    int[] lists = graph.lists(layer);
    int width = graph.width(layer);
    long[] links = new long[(to - from) * config.m()];
    int count = 0;
    for (int node = from; node < to; node++) {
      int start = node * width;
      for (int i = start; i < start + width && lists[i] != node; i++) {
        links[count++] = (long) lists[i] << 32 | node;
      }
    }
    Arrays.sort(links, 0, count);
    return Arrays.copyOf(links, count);
  }

  private static int target(long link) {
    return (int) (link >>> 32);
  }

  private static int endOf(long[] links, int from) {
    int end = from + 1;
    while (end < links.length && target(links[end]) == target(links[from])) {
      end++;
    }
    return end;
  }

  /** What one thread does with a block. */
  @FunctionalInterface
  private interface Step {
    void run(NodeInserter inserter, int from, int to);
  }

  private void inBlocks(int size, Step step) {
    ParallelRanges.run(
        size,
        BLOCK,
        config.threads(),
        () ->
            (from, to) -> {
              NodeInserter inserter = inserters.take();
              step.run(inserter, from, to);
              inserters.give(inserter);
            });
  }
}
