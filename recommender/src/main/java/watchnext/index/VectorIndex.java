package watchnext.index;

import java.util.function.IntPredicate;

/**
 * Finds the vectors with the largest inner product with a query. All vectors are of unit length, so
 * that inner product, cosine and Euclidean distance agree on the order. Speaks ordinals only.
 *
 * <p>Contract: results are in descending order of score, equal scores in ascending order of
 * ordinal; {@code k} above the size gives all; every ordinal at most once. <i>Thread-safe for
 * searching.</i>
 */
public interface VectorIndex {

  /** Number of vectors; ordinals are in [0, size). */
  int size();

  /** Length of a vector. */
  int dimension();

  /**
   * The {@code k} best vectors for {@code query}.
   *
   * @param query of length {@link #dimension}, any positive length of vector
   * @param k at least 1
   * @throws IllegalArgumentException when the query's length is wrong, a value is not finite or all
   *     are zero, or {@code k} is below 1
   */
  Neighbours search(float[] query, int k);

  /**
   * The {@code k} best vectors among those that a filter lets through; fewer when fewer are found.
   *
   * <p>This default over-fetches: it asks for twice as many, keeps the eligible, and asks for four
   * times more until there are {@code k} or nothing is left. An index that can test ordinals while
   * it searches does better and overrides it.
   *
   * @param eligible called from this thread, perhaps more than once for an ordinal
   */
  default Neighbours search(float[] query, int k, IntPredicate eligible) {
    int fetch = (int) Math.min(Math.max(1, size()), 2L * k);
    while (true) {
      Neighbours kept = search(query, fetch).keep(eligible, k);
      if (kept.size() == k || fetch >= size()) {
        return kept;
      }
      fetch = (int) Math.min(size(), 4L * fetch);
    }
  }
}
