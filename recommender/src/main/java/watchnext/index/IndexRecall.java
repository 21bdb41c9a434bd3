package watchnext.index;

import java.util.BitSet;
import java.util.Locale;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * How much of the exact answer an index finds, the mean over queries: the share of the k places
 * that hold a vector as good as the exact k-th. So of equal vectors any will do.
 *
 * @param k length of the lists compared
 * @param queries number of queries
 * @param mean mean recall
 * @param lowest recall of the worst query
 */
public record IndexRecall(int k, int queries, double mean, double lowest) {

  /** Inner products of unit vectors differ by less between kernels. */
  private static final float ROUNDING = 1e-6f;

  /**
   * Measures {@code index} against exact search.
   *
   * @param queries one per row, at least one
   * @throws IllegalArgumentException when there is no query, or the two indexes differ in size
   */
  public static IndexRecall measure(VectorIndex index, ExactIndex exact, Matrix queries, int k) {
    Require.that(queries.rows() != 0, "there must be at least 1 query, were 0");
    Require.that(
        index.size() == exact.size(),
        "both indexes must hold as many vectors, held %s and %s",
        index.size(),
        exact.size());
    Neighbours[] truth = exact.searchAll(queries, k);
    double sum = 0;
    double lowest = 1;
    for (int q = 0; q < truth.length; q++) {
      double recall = recall(index.search(queries.row(q), k), truth[q]);
      sum += recall;
      lowest = Math.min(lowest, recall);
    }
    return new IndexRecall(k, truth.length, sum / truth.length, lowest);
  }

  /**
   * How many of {@code found} are in {@code truth} or reach its last score within rounding, as a
   * share of {@code truth}; 1 when there was nothing to find.
   */
  public static double recall(Neighbours found, Neighbours truth) {
    int size = truth.size();
    if (size == 0) {
      return 1;
    }
    BitSet wanted = new BitSet();
    for (int ordinal : truth.ordinals()) {
      wanted.set(ordinal);
    }
    float least = truth.scores()[size - 1] - ROUNDING;
    BitSet hits = new BitSet();
    for (int i = 0; i < found.size(); i++) {
      int ordinal = found.ordinals()[i];
      hits.set(ordinal, wanted.get(ordinal) || found.scores()[i] >= least);
    }
    return Math.min(1, (double) hits.cardinality() / size);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "recall@%d %.4f (lowest %.4f, %d queries)", k, mean, lowest, queries);
  }
}
