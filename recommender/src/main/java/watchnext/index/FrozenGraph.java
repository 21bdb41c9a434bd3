package watchnext.index;

import java.util.Arrays;
import watchnext.math.Matrix;

/**
 * A layered graph in flat arrays; nodes that a search visits together have near numbers.
 *
 * <p>Nodes of higher levels come first, so that a layer's nodes are {@code [0, count)} and need no
 * map; {@link #breadthFirst} orders them within a level from the entry point, which is node 0.
 * Every list has its full width: unused places at its end repeat the node itself, so that a loop
 * over a list has no end to test, and meets only one more visited node.
 *
 * <p>A vector nearer than {@link #RADIUS} to one that has links is a <i>copy</i> of it. A copy has
 * no links and none lead to it: a beam of copies would hold nothing else and go no further, and
 * inner products round to the same number. A search meets the vector and looks at its copies.
 *
 * <table>
 *   <caption>Arrays: n nodes, d axes, m links, c(l) nodes on layer l</caption>
 *   <tr><td>{@code ordinals}</td><td>n</td><td>the ordinal of a node</td></tr>
 *   <tr><td>{@code vectors}</td><td>{@link #PADDING} + n × d</td><td>unit vectors</td></tr>
 *   <tr><td>{@code links}</td><td>n × 2m</td><td>layer 0</td></tr>
 *   <tr><td>{@code upper[l - 1]}</td><td>c(l) × m</td><td>layer l</td></tr>
 *   <tr><td>{@code copies}</td><td>n, or 0 when there are none</td>
 *       <td>the next copy of the same vector, a higher node; 0 after the last</td></tr>
 * </table>
 *
 * <p>Memory: 4 (d + 2m + 1) bytes per node, and 4m/(m − 1) for the upper layers: with d = 64 and m
 * = 16, 392 bytes; 4 more when there are copies. <i>Not thread-safe while it is built; immutable
 * afterwards, by agreement.</i>
 */
record FrozenGraph(
    int size,
    int dimension,
    int m,
    int[] ordinals,
    float[] vectors,
    int[] links,
    int[][] upper,
    int[] copies) {

  /** Inner products of unit vectors nearer than this differ by little more than their rounding. */
  static final double RADIUS = 1e-3;

  private static final int[] NO_COPIES = {};

  /**
   * Unused floats in front of the vectors. With the array's header of 16 bytes they make 64: in an
   * array large enough to begin on a page, rows of 16 floats then fill whole cache lines.
   */
  static final int PADDING = 12;

  /**
   * A graph without links.
   *
   * @param vectors unit vectors by ordinal
   * @param levels the highest layer of each ordinal
   * @param order of nodes within a level: each ordinal once
   */
  static FrozenGraph unlinked(Matrix vectors, byte[] levels, int[] order, int m) {
    int size = vectors.rows();
    int top = 0;
    for (byte level : levels) {
      top = Math.max(top, level);
    }
    int[] ordinals = new int[size];
    int[][] upper = new int[top][];
    int count = 0;
    for (int level = top; level >= 0; level--) {
      for (int ordinal : order) {
        if (levels[ordinal] == level) {
          ordinals[count++] = ordinal;
        }
      }
      if (level > 0) {
        upper[level - 1] = loops(count, m);
      }
    }
    float[] rows = new float[Math.addExact(PADDING, Math.multiplyExact(size, vectors.columns()))];
    FrozenGraph graph =
        new FrozenGraph(
            size, vectors.columns(), m, ordinals, rows, loops(size, 2 * m), upper, NO_COPIES);
    for (int node = 0; node < size; node++) {
      System.arraycopy(
          vectors.data(),
          vectors.offset(ordinals[node]),
          rows,
          graph.offset(node),
          vectors.columns());
    }
    return graph;
  }

  /** Lists in which every place repeats the node itself. */
  private static int[] loops(int nodes, int width) {
    int[] lists = new int[Math.multiplyExact(nodes, width)];
    for (int node = 0; node < nodes; node++) {
      Arrays.fill(lists, node * width, (node + 1) * width, node);
    }
    return lists;
  }

  /** Number of layers above layer 0. */
  int top() {
    return upper.length;
  }

  /** Number of nodes on a layer. */
  int nodesOn(int layer) {
    return layer == 0 ? size : upper[layer - 1].length / m;
  }

  /** Places in a list of a layer. */
  int width(int layer) {
    return layer == 0 ? 2 * m : m;
  }

  /** The lists of a layer, one after another. */
  int[] lists(int layer) {
    return layer == 0 ? links : upper[layer - 1];
  }

  /** How many links a node has on a layer: the places before the first that repeats the node. */
  int degree(int node, int layer) {
    int[] lists = lists(layer);
    int width = width(layer);
    int degree = 0;
    while (degree < width && lists[node * width + degree] != node) {
      degree++;
    }
    return degree;
  }

  /** The copy after {@code node}, which is a copy itself or has some; 0 when there is none. */
  int nextCopy(int node) {
    return copies.length == 0 ? 0 : copies[node];
  }

  /**
   * Whether two nodes are nearer than {@link #RADIUS}, by their differences, which round little.
   */
  boolean areNear(int node, int other) {
    double squared = 0;
    for (int a = 0; a < dimension; a++) {
      double difference = vectors[offset(node) + a] - vectors[offset(other) + a];
      squared += difference * difference;
    }
    return squared < RADIUS * RADIUS;
  }

  /**
   * The same graph, with copies.
   *
   * @param original the node, a lower one, of which each is a copy; itself where it is none
   */
  FrozenGraph withCopies(int[] original) {
    int[] next = new int[size];
    boolean any = false;
    for (int node = size - 1; node > 0; node--) {
      if (original[node] != node) {
        next[node] = next[original[node]];
        next[original[node]] = node;
        any = true;
      }
    }
    return new FrozenGraph(
        size, dimension, m, ordinals, vectors, links, upper, any ? next : NO_COPIES);
  }

  /** Where the vector of a node begins. */
  int offset(int node) {
    return PADDING + node * dimension;
  }

  /** A copy of a node's vector. */
  float[] vector(int node) {
    return Arrays.copyOfRange(vectors, offset(node), offset(node) + dimension);
  }

  /**
   * The same graph with its nodes in the order in which a walk over layer 0 meets them, level by
   * level: neighbours then share pages and cache lines.
   *
   * @param entryPoint becomes node 0; of the highest level
   */
  FrozenGraph breadthFirst(int entryPoint) {
    int[] order = byLevel(walk(entryPoint));
    int[] renumbered = new int[size];
    for (int node = 0; node < size; node++) {
      renumbered[order[node]] = node;
    }
    int[][] newUpper = new int[upper.length][];
    for (int layer = 1; layer <= upper.length; layer++) {
      newUpper[layer - 1] = reordered(layer, order, renumbered);
    }
    int[] newCopies = new int[copies.length];
    for (int node = 0; node < newCopies.length; node++) {
      int copy = copies[order[node]];
      newCopies[node] = copy == 0 ? 0 : renumbered[copy];
    }
    int[] newOrdinals = new int[size];
    float[] newVectors = new float[vectors.length];
    for (int node = 0; node < size; node++) {
      newOrdinals[node] = ordinals[order[node]];
      System.arraycopy(vectors, offset(order[node]), newVectors, offset(node), dimension);
    }
    return new FrozenGraph(
        size,
        dimension,
        m,
        newOrdinals,
        newVectors,
        reordered(0, order, renumbered),
        newUpper,
        newCopies);
  }

  /** Breadth-first over layer 0 and copies; what cannot be reached follows, as walks of its own. */
  private int[] walk(int entryPoint) {
    int[] queue = new int[size];
    boolean[] seen = new boolean[size];
    int tail = 0;
    for (int i = -1; i < size; i++) {
      int root = i < 0 ? entryPoint : i;
      if (size == 0 || seen[root]) {
        continue;
      }
      int head = tail;
      queue[tail++] = root;
      seen[root] = true;
      for (; head < tail; head++) {
        int from = queue[head] * 2 * m;
        for (int j = from; j < from + 2 * m; j++) {
          if (!seen[links[j]]) {
            seen[links[j]] = true;
            queue[tail++] = links[j];
          }
        }
        for (int c = nextCopy(queue[head]); c != 0 && !seen[c]; c = nextCopy(c)) {
          seen[c] = true;
          queue[tail++] = c;
        }
      }
    }
    return queue;
  }

  /** Sorts by level, descending, and keeps the order within a level. */
  private int[] byLevel(int[] order) {
    int[] result = new int[size];
    int to = 0;
    for (int layer = top(); layer >= 0; layer--) {
      int above = layer == top() ? 0 : nodesOn(layer + 1);
      for (int node : order) {
        if (node >= above && node < nodesOn(layer)) {
          result[to++] = node;
        }
      }
    }
    return result;
  }

  private int[] reordered(int layer, int[] order, int[] renumbered) {
    int width = width(layer);
    int[] lists = lists(layer);
    int[] result = new int[lists.length];
    for (int node = 0; node < nodesOn(layer); node++) {
      for (int j = 0; j < width; j++) {
        result[node * width + j] = renumbered[lists[order[node] * width + j]];
      }
    }
    return result;
  }
}
