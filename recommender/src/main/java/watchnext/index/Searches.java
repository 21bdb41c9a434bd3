package watchnext.index;

import watchnext.math.UnitVectors;

/** The checks that every search begins with. <i>Stateless.</i> */
final class Searches {

  private Searches() {}

  /** Checks a query and {@code k}; returns the query's length. */
  static double check(float[] query, int k, int dimension) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, was " + k);
    }
    return UnitVectors.requireQuery(query, dimension);
  }

  /** As {@link #check(float[], int, int)}, for a search with a beam of width {@code ef}. */
  static double check(float[] query, int k, int ef, int dimension) {
    if (ef < 1) {
      throw new IllegalArgumentException("ef must be at least 1, was " + ef);
    }
    return check(query, k, dimension);
  }
}
