package watchnext.index;

import watchnext.require.Require;

/**
 * The settings of a navigable small-world graph.
 *
 * @param m links per vector and layer; the lowest layer has twice as many. More links: better
 *     recall for the same {@code ef}, more memory. Usual: 8 to 48
 * @param efConstruction width of the beam that looks for a new vector's neighbours; more is a
 *     better graph and a slower build
 * @param ef width of the beam of a search that does not name its own; at least {@code k} is taken
 * @param threads that build the graph. Our own does not depend on them; that of hnswlib-core does
 */
public record HnswConfig(int m, int efConstruction, int ef, int threads) {

  /** What fits a hundred thousand vectors of dimension 64. */
  public static final HnswConfig DEFAULT = new HnswConfig(16, 200, 200, 1);

  /** Checks the ranges. */
  public HnswConfig {
    Require.atLeast("m", m, 2);
    Require.that(
        efConstruction >= 1 && ef >= 1 && threads >= 1,
        "efConstruction, ef and threads must be at least 1, were %s, %s and %s",
        efConstruction,
        ef,
        threads);
  }
}
