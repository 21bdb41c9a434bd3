package watchnext.evaluation;

/**
 * A recommender that takes part in an evaluation, under the name that its row will have.
 *
 * @param name name of the row ("two-tower-hnsw"), never blank
 * @param recommender whom to ask
 * @param depth how many videos to ask for, at least 1: a retriever answers hundreds, a page ten;
 *     metrics with a larger cut-off than this are left out of the row, since a short list cannot
 *     show them
 */
public record Contender(String name, Recommender recommender, int depth) {

  /** Checks name and depth. */
  public Contender {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a contender's name must not be blank");
    }
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be at least 1, was " + depth);
    }
  }
}
