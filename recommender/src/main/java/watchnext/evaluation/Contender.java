package watchnext.evaluation;

import watchnext.require.Require;

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
    Require.that(!name.isBlank(), "a contender's name must not be blank");
    Require.atLeast("depth", depth, 1);
  }
}
