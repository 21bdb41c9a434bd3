package watchnext.index;

import watchnext.require.Require;

/**
 * The settings of a {@link CellIndex}.
 *
 * @param cells parts the vectors are divided into
 * @param iterations of k-means
 * @param ef effort of a search that does not name its own: cells are scanned, nearest first, until
 *     they hold {@link CellIndex#VECTORS_PER_EF} × ef vectors
 * @param threads that build the index; their number does not change it
 */
public record CellConfig(int cells, int iterations, int ef, int threads) {

  /** Checks the ranges. */
  public CellConfig {
    Require.that(
        cells >= 1 && iterations >= 1 && ef >= 1 && threads >= 1,
        "cells, iterations, ef and threads must be at least 1, were %s, %s, %s and %s",
        cells,
        iterations,
        ef,
        threads);
  }

  /**
   * What fits a number of vectors: about 2√n cells, so that choosing the cells and scanning them
   * cost the like.
   */
  public static CellConfig forSize(int vectors) {
    int cells = (int) Math.max(1, Math.min(2 * Math.sqrt(vectors), vectors / 8.0));
    return new CellConfig(cells, 8, 200, 1);
  }
}
