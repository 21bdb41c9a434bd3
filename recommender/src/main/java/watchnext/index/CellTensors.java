package watchnext.index;

import watchnext.math.Matrix;
import watchnext.math.UnitVectors;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * Cells to named arrays and back: {@code centroids} (c × d), {@code starts} (c + 1), {@code
 * ordinals} (n), {@code vectors} (padding + n × d) and {@code codes} in cell order, and {@code
 * largest}, the scale of the codes, and the settings iterations and ef. The codes are the vectors
 * again as bytes: making them anew would take longer than all the rest of loading; {@link
 * VectorIndexCheck} does.
 *
 * <p>Reading checks what a search relies on. <i>Stateless.</i>
 */
final class CellTensors {

  private CellTensors() {}

  static Tensors write(Cells cells, CellConfig config) {
    return Tensors.builder()
        .set(FrozenIndexFile.KIND, FrozenIndexFile.CELLS)
        .set("iterations", Integer.toString(config.iterations()))
        .set("ef", Integer.toString(config.ef()))
        .put("centroids", cells.centroids())
        .put("starts", cells.starts(), cells.count() + 1)
        .put("ordinals", cells.ordinals(), cells.size())
        .put("vectors", cells.vectors(), cells.vectors().length)
        .put("codes", cells.codes(), cells.codes().length)
        .put("largest", new float[] {cells.scales().largest()}, 1)
        .build();
  }

  static CellIndex read(Tensors tensors) {
    Matrix centroids = tensors.matrix("centroids");
    int[] starts = tensors.ints("starts", centroids.rows() + 1);
    int[] ordinals = tensors.ints("ordinals", -1);
    int size = ordinals.length;
    int d = centroids.columns();
    float[] vectors =
        tensors.floats("vectors", Math.addExact(FrozenGraph.PADDING, Math.multiplyExact(size, d)));
    UnitVectors.require(centroids);
    UnitVectors.require(vectors, FrozenGraph.PADDING, d);
    Searches.requireEachOnce(ordinals);
    for (int c = 0; c < starts.length; c++) {
      int least = c == 0 ? 0 : starts[c - 1];
      int most = c == 0 ? 0 : size;
      Require.that(
          !(starts[c] < least || starts[c] > most || (c == centroids.rows() && starts[c] != most)),
          "starts must ascend from 0 to %s, had %s at %s",
          size,
          starts[c],
          c);
    }
    CellConfig config =
        new CellConfig(
            centroids.rows(),
            Searches.number(tensors, "iterations"),
            Searches.number(tensors, "ef"),
            1);
    return new CellIndex(
        Cells.of(
            centroids,
            starts,
            ordinals,
            vectors,
            ByteCodes.forLargest(d, tensors.floats("largest", 1)[0]),
            tensors.bytes("codes", -1)),
        config);
  }
}
