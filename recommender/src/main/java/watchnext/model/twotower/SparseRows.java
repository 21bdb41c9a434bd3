package watchnext.model.twotower;

import java.util.Arrays;
import watchnext.math.Kernels;

/**
 * A sparse matrix, written row by row, of whose columns each row has a few: which videos make a
 * history, which tokens a content. Multiplied by a dense matrix it pools; its transpose hands
 * gradients back.
 *
 * <p>Entries of a row are summed in the order in which they were put, those of a transpose in the
 * order of the rows they come from: the same bits, whatever thread takes which rows.
 *
 * <p>Shape: rows × columns in compressed rows. Cost of a product: one dense row read for each
 * entry. <i>Confined while written; then safe to share.</i>
 */
final class SparseRows {

  private static final Kernels KERNELS = Kernels.BEST;

  private int rows;
  private int entries;
  private int[] starts = new int[1025];
  private int[] columns = new int[8192];
  private float[] values = new float[8192];

  /** Forgets all rows. */
  void clear() {
    rows = 0;
    entries = 0;
  }

  /** Appends an entry to the open row, the one after the last that was ended. */
  void put(int column, float value) {
    int at = entries;
    reserve(at + 1);
    columns[at] = column;
    values[at] = value;
    entries = at + 1;
  }

  /** Ends the open row and opens the next. */
  void endRow() {
    rows++;
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[rows] = entries;
  }

  private void reserve(int least) {
    if (least > columns.length) {
      columns = Arrays.copyOf(columns, Math.max(least, columns.length * 2));
      values = Arrays.copyOf(values, columns.length);
    }
  }

  /** Number of ended rows. */
  int rows() {
    return rows;
  }

  /** Where the entries of row {@code i} begin. */
  int start(int i) {
    return starts[i];
  }

  /** Where the entries of row {@code i} end (exclusive). */
  int end(int i) {
    return starts[i + 1];
  }

  /** The column of the entry at {@code k}. */
  int column(int k) {
    return columns[k];
  }

  /** The values of all entries; whoever changes them changes the matrix. */
  float[] values() {
    return values;
  }

  /** Puts the numbers that {@code index} gives the columns in the columns' place. */
  void renumber(LocalIndex index) {
    index.addAll(columns, entries);
  }

  /** Becomes the transpose of {@code matrix}, which has columns in [0, count). */
  void transpose(SparseRows matrix, int count) {
    entries = matrix.entries;
    reserve(entries);
    rows = count;
    starts = starts.length < count + 2 ? new int[count * 2 + 2] : starts;
    Arrays.fill(starts, 0, count + 2, 0);
    // Counted two places up, so that filling a row moves its start to where it belongs.
    for (int k = 0; k < entries; k++) {
      starts[matrix.columns[k] + 2]++;
    }
    for (int i = 2; i < count + 2; i++) {
      starts[i] += starts[i - 1];
    }
    for (int row = 0; row < matrix.rows; row++) {
      for (int k = matrix.starts[row]; k < matrix.starts[row + 1]; k++) {
        int at = starts[matrix.columns[k] + 1]++;
        columns[at] = row;
        values[at] = matrix.values[k];
      }
    }
  }

  /**
   * Adds the product of row {@code i} with a dense matrix to a vector.
   *
   * @param dense row-major, rows of length {@code d}
   */
  void addProduct(int i, float[] dense, float[] out, int offset, int d) {
    KERNELS.gatherRows(dense, columns, values, starts[i], starts[i + 1], out, offset, d);
  }
}
