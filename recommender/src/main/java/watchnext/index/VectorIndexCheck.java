package watchnext.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import watchnext.math.Matrix;

/**
 * What is wrong with an index, if anything: ids, vectors, links, and whether searches find what
 * they should. Run when an index is built and when a saved one is verified.
 *
 * @param size vectors in the index
 * @param reachable share of vectors that a walk over the links, with the copies of what it meets,
 *     comes by; 1 where there are no links
 * @param recall estimated on vectors of the index itself as queries, disturbed a little
 * @param faults sentences; empty when all is well
 */
public record VectorIndexCheck(
    int size, double reachable, IndexRecall recall, List<String> faults) {

  /** Least share of vectors that must be reachable. */
  public static final double LEAST_REACHABLE = 0.999;

  private static final float DISTURBANCE = 0.3f;

  /** Makes the faults unmodifiable. */
  public VectorIndexCheck {
    faults = List.copyOf(faults);
  }

  /** Whether there is no fault. */
  public boolean passed() {
    return faults.isEmpty();
  }

  /**
   * Checks an index over {@code vectors}.
   *
   * @param vectors what the index should hold, by ordinal
   * @param queries number of queries for the estimate
   * @param k length of the lists compared
   * @param leastRecall below this there is a fault
   */
  public static VectorIndexCheck of(
      FrozenIndex index,
      Matrix vectors,
      int queries,
      int k,
      double leastRecall,
      RandomGenerator random) {
    List<String> faults = new ArrayList<>();
    double reachable = 1;
    try {
      IndexContents.require(index, vectors);
      if (index instanceof FrozenHnswIndex hnsw) {
        reachable = reachable(hnsw.graph());
      }
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
      return new VectorIndexCheck(index.size(), 0, new IndexRecall(k, 0, 0, 0), faults);
    }
    IndexRecall recall = estimate(index, vectors, queries, k, random);
    return judged(index.size(), reachable, recall, leastRecall, faults);
  }

  /**
   * Checks the live part of an index: that it holds the vectors, that searches can reach them
   * (while they are scanned, all), and that a search near one of them finds what it should among
   * all, old and new. Nothing may be added meanwhile.
   *
   * @param vectors what the whole index should hold, by ordinal
   * @param queries number of queries for the estimate
   * @param k length of the lists compared
   * @param leastRecall below this there is a fault
   */
  public static VectorIndexCheck ofLive(
      LiveIndex index,
      Matrix vectors,
      int queries,
      int k,
      double leastRecall,
      RandomGenerator random) {
    int added = index.addedCount();
    int first = index.size() - added;
    if (added == 0) {
      return new VectorIndexCheck(0, 1, new IndexRecall(k, 0, 1, 1), List.of());
    }
    List<String> faults = new ArrayList<>();
    for (int ordinal = first; ordinal < index.size(); ordinal++) {
      if (!Arrays.equals(index.vector(ordinal), vectors.row(ordinal))) {
        faults.add("the index must hold vector " + ordinal + " as it is, holds another");
      }
    }
    Matrix disturbed = disturbed(vectors, first, queries, random);
    IndexRecall recall = IndexRecall.measure(index, new ExactIndex(vectors), disturbed, k);
    return judged(added, index.reachable(), recall, leastRecall, faults);
  }

  private static VectorIndexCheck judged(
      int size, double reachable, IndexRecall recall, double leastRecall, List<String> faults) {
    if (reachable < LEAST_REACHABLE) {
      faults.add(
          String.format(
              Locale.ROOT,
              "at least %.3f of the vectors must be reachable, were %.4f",
              LEAST_REACHABLE,
              reachable));
    }
    if (recall.mean() < leastRecall) {
      faults.add(
          String.format(
              Locale.ROOT,
              "recall@%d must be at least %.3f, was %.4f",
              recall.k(),
              leastRecall,
              recall.mean()));
    }
    return new VectorIndexCheck(size, reachable, recall, faults);
  }

  /**
   * Estimates the recall of any index over {@code vectors}: the queries are vectors of the index,
   * disturbed, so that the nearest of all is not the whole answer.
   */
  public static IndexRecall estimate(
      VectorIndex index, Matrix vectors, int queries, int k, RandomGenerator random) {
    Matrix disturbed = disturbed(vectors, 0, queries, random);
    return IndexRecall.measure(index, new ExactIndex(vectors), disturbed, k);
  }

  /** Vectors drawn from row {@code first} on, disturbed. */
  private static Matrix disturbed(Matrix vectors, int first, int queries, RandomGenerator random) {
    Matrix disturbed = new Matrix(queries, vectors.columns());
    double sigma = DISTURBANCE / Math.sqrt(vectors.columns());
    for (int q = 0; q < queries; q++) {
      float[] row = vectors.row(first + random.nextInt(vectors.rows() - first));
      for (int a = 0; a < row.length; a++) {
        disturbed.set(q, a, (float) (row[a] + sigma * random.nextGaussian()));
      }
    }
    return disturbed;
  }

  /** Share of nodes met by a walk over layer 0 and copies from the entry point. */
  private static double reachable(FrozenGraph graph) {
    if (graph.size() == 0) {
      return 1;
    }
    boolean[] seen = new boolean[graph.size()];
    int[] queue = new int[graph.size()];
    int tail = 1;
    seen[0] = true;
    int width = graph.width(0);
    for (int head = 0; head < tail; head++) {
      for (int i = queue[head] * width; i < (queue[head] + 1) * width; i++) {
        int next = graph.links()[i];
        if (!seen[next]) {
          seen[next] = true;
          queue[tail++] = next;
        }
      }
      for (int c = graph.nextCopy(queue[head]); c != 0 && !seen[c]; c = graph.nextCopy(c)) {
        seen[c] = true;
        queue[tail++] = c;
      }
    }
    return (double) tail / graph.size();
  }
}
