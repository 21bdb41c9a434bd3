package watchnext.index;

import java.util.BitSet;
import java.util.Locale;
import watchnext.math.Matrix;

/**
 * How much of the exact answer an index finds: |found ∩ exact| / |exact|, the mean over queries.
 *
 * @param k length of the lists compared
 * @param queries number of queries
 * @param mean mean recall
 * @param lowest recall of the worst query
 */
public record IndexRecall(int k, int queries, double mean, double lowest) {

  /**
   * Measures {@code index} against exact search.
   *
   * @param queries one per row, at least one
   * @throws IllegalArgumentException when there is no query, or the two indexes differ in size
   */
  public static IndexRecall measure(VectorIndex index, ExactIndex exact, Matrix queries, int k) {
    if (queries.rows() == 0) {
      throw new IllegalArgumentException("there must be at least 1 query, were 0");
    }
    if (index.size() != exact.size()) {
      throw new IllegalArgumentException(
          "both indexes must hold as many vectors, held " + index.size() + " and " + exact.size());
    }
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

  /** Share of {@code truth} that is in {@code found}; 1 when there was nothing to find. */
  public static double recall(Neighbours found, Neighbours truth) {
    if (truth.size() == 0) {
      return 1;
    }
    BitSet wanted = new BitSet();
    for (int ordinal : truth.ordinals()) {
      wanted.set(ordinal);
    }
    int hits = 0;
    for (int ordinal : found.ordinals()) {
      if (wanted.get(ordinal)) {
        wanted.clear(ordinal);
        hits++;
      }
    }
    return (double) hits / truth.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "recall@%d %.4f (lowest %.4f, %d queries)", k, mean, lowest, queries);
  }
}
