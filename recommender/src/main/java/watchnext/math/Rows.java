package watchnext.math;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * Rows of floats in two parts: those of a matrix that stands still, and a few added since. Rows
 * {@link #with} one more share both parts with those before, which look at fewer rows; nothing is
 * copied but the added part, now and then, to make room.
 *
 * <p>Shape: rows × columns. <i>Immutable, when the matrix is; only the newest can be made
 * longer.</i>
 */
public final class Rows {

  private static final int LEAST_ROOM = 64;

  private final Matrix first;
  private final float[] added;
  private final int size;

  private Rows(Matrix first, float[] added, int size) {
    this.first = first;
    this.added = added;
    this.size = size;
  }

  /** The rows of {@code matrix}. */
  public static Rows of(Matrix matrix) {
    return new Rows(matrix, new float[0], matrix.rows());
  }

  /**
   * These rows and one more.
   *
   * @throws IllegalArgumentException when it has not as many entries as the others
   */
  public Rows with(float[] row) {
    Require.that(
        row.length == columns(), "a row must have %s entries, had %s", columns(), row.length);
    int at = (size - first.rows()) * columns();
    int room = at + Math.max(at, LEAST_ROOM * columns());
    float[] longer = at < added.length ? added : Arrays.copyOf(added, room);
    System.arraycopy(row, 0, longer, at, columns());
    return new Rows(first, longer, size + 1);
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Length of a row. */
  public int columns() {
    return first.columns();
  }

  /** The array that row {@code r} lies in, at {@link #offset}. */
  public float[] data(int r) {
    return r < first.rows() ? first.data() : added;
  }

  /** Where row {@code r} begins in {@link #data}. */
  public int offset(int r) {
    return first.offset(r < first.rows() ? r : r - first.rows());
  }

  /** The inner product of {@code vector} and row {@code r}. */
  public float dot(float[] vector, int r) {
    return Kernels.BEST.dot(vector, 0, data(r), offset(r), columns());
  }

  /**
   * The inner products of {@code vector} and the first {@code count} of {@code rows}.
   *
   * @param rows ascending
   * @param out with room for {@code count}, rounded up to a multiple of 4
   */
  public void dots(float[] vector, int[] rows, int count, float[] out) {
    int still = 0;
    while (still < count && rows[still] < first.rows()) {
      still++;
    }
    Kernels.BEST.dotRows(vector, first.data(), 0, columns(), rows, still, out);
    for (int i = still; i < count; i++) {
      out[i] = dot(vector, rows[i]);
    }
  }

  /** The inner product of two rows. */
  public float dot(int r, int s) {
    return Kernels.BEST.dot(data(r), offset(r), data(s), offset(s), columns());
  }
}
