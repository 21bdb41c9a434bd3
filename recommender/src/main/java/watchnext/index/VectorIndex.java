package watchnext.index;

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
   * @throws IllegalArgumentException when the query's length is wrong or a value is not finite, or
   *     {@code k} is below 1
   */
  Neighbours search(float[] query, int k);
}
