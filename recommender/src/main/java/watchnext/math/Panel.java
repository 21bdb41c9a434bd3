package watchnext.math;

/**
 * A view of a part of an array as a matrix: entry (r, c) lies at {@code offset + r * rowStride + c
 * * columnStride}. What {@link Kernels#multiplyAdd} works on; makes no copies. <i>Immutable view of
 * an array that may change.</i>
 *
 * @param values the array viewed
 * @param offset where entry (0, 0) lies
 * @param rowStride floats from one row to the next
 * @param columnStride floats from one column to the next
 */
public record Panel(float[] values, int offset, int rowStride, int columnStride) {

  /** Rows of {@code matrix} from {@code firstRow} on. */
  public static Panel of(Matrix matrix, int firstRow) {
    return new Panel(matrix.data(), matrix.offset(firstRow), matrix.columns(), 1);
  }

  /** All rows of {@code matrix}. */
  public static Panel of(Matrix matrix) {
    return of(matrix, 0);
  }

  /** The same entries with rows and columns exchanged. */
  public Panel transposed() {
    return new Panel(values, offset, columnStride, rowStride);
  }
}
