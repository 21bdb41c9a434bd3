package watchnext.dataset;

import java.util.function.IntUnaryOperator;

/** Where each row begins in a table of compressed rows (CSR). <i>Stateless.</i> */
public final class Offsets {

  private Offsets() {}

  /**
   * The offsets of {@code size} entries by row.
   *
   * @param rows number of rows
   * @param rowOf the row of entry i
   * @return rows + 1 values: row r lies in {@code [offsets[r], offsets[r + 1])}
   */
  public static int[] of(int rows, int size, IntUnaryOperator rowOf) {
    int[] offsets = new int[rows + 1];
    for (int i = 0; i < size; i++) {
      offsets[rowOf.applyAsInt(i) + 1]++;
    }
    for (int r = 0; r < rows; r++) {
      offsets[r + 1] += offsets[r];
    }
    return offsets;
  }
}
