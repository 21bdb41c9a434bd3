package watchnext.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.math.Kernels;

/**
 * One search through a {@link FrozenGraph}, with its working memory, which is used again by the
 * next.
 *
 * <p>Greedy descent through the upper layers, then a beam on layer 0: the {@code width} best nodes
 * seen so far in order of score, each expanded once, best first, until none is left to expand. This
 * is SEARCH-LAYER of [malkov2018] with candidates and results in one sorted array: a candidate
 * worse than the {@code ef} results is never expanded, so it need not be kept.
 *
 * <table>
 *   <caption>Symbols</caption>
 *   <tr><td>ef</td><td>{@code width}</td><td>entries of the beam</td></tr>
 *   <tr><td>q</td><td>{@code query}</td><td>the query</td></tr>
 *   <tr><td>v</td><td>{@code visited}</td><td>one bit per node</td></tr>
 * </table>
 *
 * <p>An entry of the beam is a {@code long}: the score's bits, made to sort descending; the node;
 * and in the lowest bit whether it was expanded. All unvisited neighbours of a node are scored in
 * one call, so that their loads from memory overlap.
 *
 * <p><i>Confined: one search at a time.</i>
 */
final class BeamSearch {

  private static final long EXPANDED = 1;

  private final FrozenGraph graph;
  private final long[] visited;
  private final int[] fresh;
  private final float[] scores;
  private final BeamAnswer answer;
  private long[] beam = new long[0];
  private int size;

  BeamSearch(FrozenGraph graph) {
    this.graph = graph;
    this.visited = new long[(graph.size() + 63) / 64];
    int widest = 2 * graph.m() + 4;
    this.fresh = new int[widest];
    this.scores = new float[widest];
    this.answer = new BeamAnswer(graph);
  }

  /** Number of nodes in the beam. */
  int size() {
    return size;
  }

  /** The i-th best node. */
  int node(int i) {
    return (int) beam[i] >>> 1;
  }

  /** Its score. */
  float score(int i) {
    return Float.intBitsToFloat(sortable(~(int) (beam[i] >> 32)));
  }

  /** The best {@code k} of the beam, as {@link BeamAnswer} says. */
  Neighbours best(float[] query, double length, int k, IntPredicate eligible) {
    return answer.of(this, query, length, k, eligible);
  }

  /** Whether a wider beam is likely to have a better answer than the last one. */
  boolean isCutShort() {
    return answer.isCutShort();
  }

  /** Fills the beam with the best of layer 0 for {@code query}. */
  void search(float[] query, int width) {
    size = 0;
    if (graph.size() > 0) {
      searchLayer(query, 0, descend(query, 0), width);
    }
  }

  /** Fills the beam with the best of one layer, from a node on it. */
  void searchLayer(float[] query, int layer, int from, int width) {
    if (beam.length <= width) {
      beam = new long[width + 1];
    }
    Arrays.fill(visited, 0, (graph.nodesOn(layer) + 63) / 64, 0);
    visited[from >> 6] |= 1L << from;
    fresh[0] = from;
    size = 0;
    score(query, 1);
    insert(1, width);
    int[] lists = graph.lists(layer);
    int links = graph.width(layer);
    int cursor = 0;
    while (cursor < size) {
      long entry = beam[cursor];
      if ((entry & EXPANDED) != 0) {
        cursor++;
        continue;
      }
      beam[cursor] = entry | EXPANDED;
      int count = collect(lists, ((int) entry >>> 1) * links, links);
      score(query, count);
      cursor = Math.min(cursor, insert(count, width));
    }
  }

  /** Walks down from node 0 to the node just above {@code layer} that no neighbour there beats. */
  int descend(float[] query, int layer) {
    int node = 0;
    fresh[0] = 0;
    score(query, 1);
    float best = scores[0];
    for (int l = graph.top(); l > layer; l--) {
      boolean better = true;
      while (better) {
        better = false;
        System.arraycopy(graph.lists(l), node * graph.m(), fresh, 0, graph.m());
        score(query, graph.m());
        for (int i = 0; i < graph.m(); i++) {
          if (scores[i] > best) {
            best = scores[i];
            node = fresh[i];
            better = true;
          }
        }
      }
    }
    return node;
  }

  private void score(float[] query, int count) {
    Kernels.BEST.dotRows(
        query, graph.vectors(), FrozenGraph.PADDING, graph.dimension(), fresh, count, scores);
  }

  /** Puts the unvisited nodes of a list into {@code fresh}, without a branch, and marks them. */
  private int collect(int[] lists, int start, int links) {
    int count = 0;
    for (int i = start; i < start + links; i++) {
      int next = lists[i];
      long word = visited[next >> 6];
      fresh[count] = next;
      count += 1 - (int) ((word >>> next) & 1);
      visited[next >> 6] = word | 1L << next;
    }
    return count;
  }

  /** Puts the scored nodes into the beam; returns the first place that changed. */
  private int insert(int count, int width) {
    int first = Integer.MAX_VALUE;
    float worst = size < width ? Float.NEGATIVE_INFINITY : score(size - 1);
    for (int i = 0; i < count; i++) {
      if (scores[i] <= worst) {
        continue;
      }
      long entry = entry(fresh[i], scores[i]);
      int at = place(entry);
      System.arraycopy(beam, at, beam, at + 1, size - at);
      beam[at] = entry;
      size = Math.min(size + 1, width);
      first = Math.min(first, at);
      worst = size < width ? worst : score(size - 1);
    }
    return first;
  }

  /** How many entries come before {@code entry}. */
  private int place(long entry) {
    int low = 0;
    for (int length = size; length > 0; ) {
      int half = length >>> 1;
      boolean before = beam[low + half] < entry;
      low = before ? low + half + 1 : low;
      length = before ? length - half - 1 : half;
    }
    return low;
  }

  private static long entry(int node, float score) {
    int bits = ~sortable(Float.floatToRawIntBits(score + 0.0f));
    return ((long) bits << 32) | ((long) node << 1);
  }

  private static int sortable(int bits) {
    return bits ^ ((bits >> 31) & 0x7FFF_FFFF);
  }
}
