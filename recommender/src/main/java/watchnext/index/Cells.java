package watchnext.index;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * Vectors ordered by cell, as floats and as bytes.
 *
 * <p>Row r of {@code vectors} has ordinal {@code ordinals[r]}; cell c holds the rows from {@code
 * starts[c]} to {@code starts[c + 1]}. Bytes of a cell begin with a block of their own: row r of
 * cell c is in slot {@code firstSlot[c] + r − starts[c]}.
 *
 * <p>Memory: (4d + 4) bytes per vector for floats and ordinals; d bytes for codes, plus half a
 * block of d × 32 bytes for each cell on average. <i>Immutable by agreement: nobody writes to the
 * arrays.</i>
 */
record Cells(
    Matrix centroids,
    int[] starts,
    int[] firstSlot,
    int[] ordinals,
    float[] vectors,
    ByteCodes scales,
    byte[] codes,
    byte[] centroidCodes) {

  /** Cells over arrays in cell order; the bytes are made from the floats. */
  static Cells of(Matrix centroids, int[] starts, int[] ordinals, float[] vectors) {
    int d = centroids.columns();
    float largest = Math.max(largest(vectors), largest(centroids.data()));
    ByteCodes scales = ByteCodes.forLargest(d, largest);
    return of(centroids, starts, ordinals, vectors, scales, codes(starts, vectors, scales));
  }

  /** The same with bytes that were made before. */
  static Cells of(
      Matrix centroids,
      int[] starts,
      int[] ordinals,
      float[] vectors,
      ByteCodes scales,
      byte[] codes) {
    int[] firstSlot = firstSlots(starts);
    int expected = scales.length(firstSlot[firstSlot.length - 1]);
    Require.that(
        codes.length == expected,
        "there must be %s bytes of codes, were %s",
        expected,
        codes.length);
    byte[] centroidCodes = scales.allocate(rounded(centroids.rows()));
    for (int c = 0; c < centroids.rows(); c++) {
      scales.encode(centroids.data(), centroids.offset(c), centroidCodes, c);
    }
    return new Cells(centroids, starts, firstSlot, ordinals, vectors, scales, codes, centroidCodes);
  }

  private static int[] firstSlots(int[] starts) {
    int[] firstSlot = new int[starts.length];
    for (int c = 0; c + 1 < starts.length; c++) {
      firstSlot[c + 1] = firstSlot[c] + rounded(starts[c + 1] - starts[c]);
    }
    return firstSlot;
  }

  /** The vectors as bytes, in blocks. */
  static byte[] codes(int[] starts, float[] vectors, ByteCodes scales) {
    int[] firstSlot = firstSlots(starts);
    int d = scales.dimension();
    byte[] codes = scales.allocate(firstSlot[firstSlot.length - 1]);
    for (int c = 0; c + 1 < starts.length; c++) {
      for (int r = starts[c]; r < starts[c + 1]; r++) {
        scales.encode(vectors, FrozenGraph.PADDING + r * d, codes, firstSlot[c] + r - starts[c]);
      }
    }
    return codes;
  }

  /** Orders {@code vectors} by cell. */
  static Cells of(Matrix vectors, SphericalKMeans.Result division) {
    int cells = division.centroids().rows();
    int[] starts = new int[cells + 1];
    for (int cell : division.cellOf()) {
      starts[cell + 1]++;
    }
    for (int c = 0; c < cells; c++) {
      starts[c + 1] += starts[c];
    }
    int d = vectors.columns();
    int[] next = starts.clone();
    int[] ordinals = new int[vectors.rows()];
    float[] rows = new float[Math.addExact(FrozenGraph.PADDING, vectors.data().length)];
    for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
      int row = next[division.cellOf()[ordinal]]++;
      ordinals[row] = ordinal;
      System.arraycopy(
          vectors.data(), vectors.offset(ordinal), rows, FrozenGraph.PADDING + row * d, d);
    }
    return of(division.centroids(), starts, ordinals, rows);
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Vectors rounded up to whole blocks. */
  static int rounded(int vectors) {
    return (vectors + Kernels.CODE_BLOCK - 1) / Kernels.CODE_BLOCK * Kernels.CODE_BLOCK;
  }

  /** Number of vectors. */
  int size() {
    return ordinals.length;
  }

  /** Length of a vector. */
  int dimension() {
    return centroids.columns();
  }

  /** Number of cells. */
  int count() {
    return centroids.rows();
  }

  /** Vectors in a cell. */
  int size(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  /** Vectors in the largest cell. */
  int largest() {
    int largest = 0;
    for (int c = 0; c < count(); c++) {
      largest = Math.max(largest, size(c));
    }
    return largest;
  }
}
