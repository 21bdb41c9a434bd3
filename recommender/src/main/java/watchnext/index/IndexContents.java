package watchnext.index;

import java.util.Arrays;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;
import watchnext.require.Require;

/**
 * Whether an index holds the vectors it should, to the bit: what loading, which must be quick,
 * takes on trust from the checksums. <i>Stateless.</i>
 */
final class IndexContents {

  private IndexContents() {}

  /**
   * Checks vectors, ordinals, links and codes.
   *
   * @throws IllegalArgumentException with the first that is wrong
   */
  static void require(FrozenIndex index, Matrix vectors) {
    UnitVectors.require(vectors);
    Require.that(
        index.size() == vectors.rows() && index.dimension() == vectors.columns(),
        "the index must hold %d vectors of dimension %d, holds %d of %d",
        vectors.rows(),
        vectors.columns(),
        index.size(),
        index.dimension());
    if (index instanceof FrozenHnswIndex hnsw) {
      FrozenHnswTensors.check(hnsw.graph());
      requireRows(hnsw.graph().ordinals(), hnsw.graph().vectors(), vectors);
    } else if (index instanceof CellIndex cells) {
      require(cells.cells(), vectors);
    } else if (index instanceof ExactIndex exact) {
      requireRows(exact.vectors(), vectors);
    }
  }

  private static void require(Cells cells, Matrix vectors) {
    UnitVectors.require(cells.vectors(), FrozenGraph.PADDING, cells.dimension());
    requireRows(cells.ordinals(), cells.vectors(), vectors);
    Require.that(
        Arrays.equals(cells.codes(), Cells.codes(cells.starts(), cells.vectors(), cells.scales())),
        "the codes of the cells must be those of their vectors");
  }

  private static void requireRows(Matrix held, Matrix vectors) {
    for (int r = 0; r < vectors.rows(); r++) {
      requireRow(held.data(), held.offset(r), vectors, r);
    }
  }

  private static void requireRows(int[] ordinals, float[] held, Matrix vectors) {
    for (int r = 0; r < ordinals.length; r++) {
      requireRow(held, FrozenGraph.PADDING + r * vectors.columns(), vectors, ordinals[r]);
    }
  }

  private static void requireRow(float[] held, int from, Matrix vectors, int ordinal) {
    int at = vectors.offset(ordinal);
    Require.that(
        Arrays.equals(
            held, from, from + vectors.columns(), vectors.data(), at, at + vectors.columns()),
        "the index must hold vector %s as it is, holds another",
        ordinal);
  }
}
