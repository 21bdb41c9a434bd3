package watchnext.index;

import java.util.Arrays;
import watchnext.math.Kernels;

/**
 * SELECT-NEIGHBORS-HEURISTIC of [malkov2018]: from candidates, nearest first, those that are nearer
 * to the node than to any kept before.
 *
 * <p><i>Confined: one choice at a time; the memory is used again.</i>
 */
final class NeighbourChoice {

  private static final int AT_ONCE = 4;

  private final FrozenGraph graph;
  private int[] candidates;
  private float[] scores;
  private int count;
  private final int[] kept;
  private final int[] some = new int[AT_ONCE];
  private final float[] products = new float[AT_ONCE];
  private final float[] vector;
  private int[] rows;
  private float[] rowScores;

  NeighbourChoice(FrozenGraph graph, int efConstruction) {
    this.graph = graph;
    int most = Math.max(efConstruction, 2 * graph.m()) + 1;
    this.candidates = new int[most];
    this.scores = new float[most];
    this.kept = new int[2 * graph.m()];
    this.vector = new float[graph.dimension()];
    this.rows = new int[2 * graph.m()];
    this.rowScores = new float[2 * graph.m() + AT_ONCE];
  }

  /** Forgets all candidates. */
  void begin() {
    count = 0;
  }

  /** Adds a candidate and its inner product with the node. */
  void offer(int candidate, float score) {
    candidates[count] = candidate;
    scores[count++] = score;
  }

  /** Adds the first nodes of a list of {@code node}. */
  void offerAll(int node, int[] lists, int start, int degree) {
    reserveRows(degree);
    System.arraycopy(lists, start, rows, 0, degree);
    offerRows(node, degree);
  }

  /** Adds the nodes in the lower halves of {@code links}. */
  void offerSources(int node, long[] links, int from, int to) {
    reserveRows(to - from);
    for (int i = from; i < to; i++) {
      rows[i - from] = (int) links[i];
    }
    offerRows(node, to - from);
  }

  private void reserveRows(int number) {
    if (rows.length < number) {
      rows = new int[2 * number];
      rowScores = new float[rows.length + AT_ONCE];
    }
    if (candidates.length < count + number) {
      candidates = Arrays.copyOf(candidates, 2 * (count + number));
      scores = Arrays.copyOf(scores, candidates.length);
    }
  }

  private void offerRows(int node, int number) {
    load(node);
    Kernels.BEST.dotRows(
        vector, graph.vectors(), FrozenGraph.PADDING, graph.dimension(), rows, number, rowScores);
    for (int i = 0; i < number; i++) {
      offer(rows[i], rowScores[i]);
    }
  }

  /** Sorts the candidates, nearest first; a beam is sorted already. By insertion: they are few. */
  void sort() {
    for (int i = 1; i < count; i++) {
      int candidate = candidates[i];
      float score = scores[i];
      int at = i;
      for (; at > 0 && scores[at - 1] < score; at--) {
        candidates[at] = candidates[at - 1];
        scores[at] = scores[at - 1];
      }
      candidates[at] = candidate;
      scores[at] = score;
    }
  }

  /** Keeps up to {@code most} of the candidates, which must be sorted; returns how many. */
  int choose(int most) {
    int chosen = 0;
    for (int i = 0; i < count && chosen < most; i++) {
      if (isDiverse(candidates[i], scores[i], chosen)) {
        kept[chosen++] = candidates[i];
      }
    }
    return chosen;
  }

  /** Compares with the kept ones, a few at a time: the nearest, which come first, shadow most. */
  private boolean isDiverse(int candidate, float score, int chosen) {
    if (chosen > 0) {
      load(candidate);
    }
    for (int first = 0; first < chosen; first += AT_ONCE) {
      int n = Math.min(AT_ONCE, chosen - first);
      System.arraycopy(kept, first, some, 0, n);
      Kernels.BEST.dotRows(
          vector, graph.vectors(), FrozenGraph.PADDING, graph.dimension(), some, n, products);
      for (int i = 0; i < n; i++) {
        if (products[i] > score) {
          return false;
        }
      }
    }
    return true;
  }

  private void load(int node) {
    System.arraycopy(graph.vectors(), graph.offset(node), vector, 0, vector.length);
  }

  /** The i-th that was kept. */
  int kept(int i) {
    return kept[i];
  }
}
