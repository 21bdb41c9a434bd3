package watchnext.math;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * A dense matrix of floats, row-major: entry (r, c) lies at {@code r * columns + c}.
 *
 * <p>{@link #data} hands the array out, because kernels work in place on rows; whoever makes a
 * matrix decides who may write to it. <i>Not thread-safe while written; safe to share once it
 * stands still.</i>
 */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final float[] data;

  /** A matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  /**
   * A matrix over {@code data}, which is not copied.
   *
   * @throws IllegalArgumentException when the length is not rows × columns
   */
  public Matrix(int rows, int columns, float[] data) {
    Require.that(
        rows >= 0 && columns >= 1 && data.length == Math.multiplyExact(rows, columns),
        "data must hold rows x columns = %s x %s, was %s",
        rows,
        columns,
        data.length);
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The row-major array itself, not a copy. */
  public float[] data() {
    return data;
  }

  /** Where row {@code r} begins in {@link #data}. */
  public int offset(int r) {
    return r * columns;
  }

  /** Entry (r, c). */
  public float get(int r, int c) {
    return data[r * columns + c];
  }

  /** Sets entry (r, c). */
  public void set(int r, int c, float value) {
    data[r * columns + c] = value;
  }

  /** A copy of row {@code r}. */
  public float[] row(int r) {
    return Arrays.copyOfRange(data, r * columns, (r + 1) * columns);
  }
}
