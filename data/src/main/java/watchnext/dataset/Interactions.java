package watchnext.dataset;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * Who watched what well, once each: a binary matrix of users and videos in compressed rows (CSR).
 * Training set of the matrix factorization, popularity and neighbours.
 *
 * <p>Row {@code u} holds {@code columns[offsets[u]] … columns[offsets[u + 1]]}, ascending, without
 * repetition. <i>Immutable.</i>
 */
public final class Interactions {

  private final int rows;
  private final int columns;
  private final int[] offsets;
  private final int[] values;

  private Interactions(int rows, int columns, int[] offsets, int[] values) {
    this.rows = rows;
    this.columns = columns;
    this.offsets = offsets;
    this.values = values;
  }

  /**
   * The matrix of the given pairs; repeated pairs count once.
   *
   * @param rows number of users
   * @param columns number of videos
   * @param pairRows user ordinal of each pair
   * @param pairColumns video ordinal of each pair
   * @throws IllegalArgumentException when lengths differ or an ordinal is out of range
   */
  public static Interactions of(int rows, int columns, int[] pairRows, int[] pairColumns) {
    Require.that(
        pairRows.length == pairColumns.length,
        "pairs must have two equal columns, were %s and %s",
        pairRows.length,
        pairColumns.length);
    for (int i = 0; i < pairRows.length; i++) {
      checkOrdinal(pairRows[i], rows, "user");
      checkOrdinal(pairColumns[i], columns, "video");
    }
    int[] offsets = Offsets.of(rows, pairRows.length, i -> pairRows[i]);
    int[] values = new int[pairRows.length];
    int[] next = Arrays.copyOf(offsets, rows);
    for (int i = 0; i < pairRows.length; i++) {
      values[next[pairRows[i]]++] = pairColumns[i];
    }
    return new Interactions(rows, columns, offsets, values).sortedAndUnique();
  }

  private static void checkOrdinal(int ordinal, int size, String what) {
    Require.that(
        ordinal >= 0 && ordinal < size,
        "%s ordinal must be in [0, %s), was %s",
        what,
        size,
        ordinal);
  }

  private Interactions sortedAndUnique() {
    int[] newOffsets = new int[rows + 1];
    int used = 0;
    for (int r = 0; r < rows; r++) {
      Arrays.sort(values, offsets[r], offsets[r + 1]);
      int rowStart = used;
      for (int i = offsets[r]; i < offsets[r + 1]; i++) {
        if (used == rowStart || values[used - 1] != values[i]) {
          values[used++] = values[i];
        }
      }
      newOffsets[r + 1] = used;
    }
    return new Interactions(rows, columns, newOffsets, Arrays.copyOf(values, used));
  }

  /** Number of users. */
  public int rows() {
    return rows;
  }

  /** Number of videos. */
  public int columns() {
    return columns;
  }

  /** Number of pairs. */
  public int size() {
    return values.length;
  }

  /** Where row {@code r} begins. */
  public int start(int r) {
    return offsets[r];
  }

  /** Where row {@code r} ends (exclusive). */
  public int end(int r) {
    return offsets[r + 1];
  }

  /** Number of videos of user {@code r}. */
  public int count(int r) {
    return offsets[r + 1] - offsets[r];
  }

  /** The video at place {@code i}. */
  public int column(int i) {
    return values[i];
  }

  /** The videos of user {@code r}, ascending; a copy. */
  public int[] row(int r) {
    return Arrays.copyOfRange(values, offsets[r], offsets[r + 1]);
  }

  /** Whether user {@code r} watched video {@code c}. */
  public boolean contains(int r, int c) {
    return Arrays.binarySearch(values, offsets[r], offsets[r + 1], c) >= 0;
  }

  /** The same pairs with users and videos exchanged. */
  public Interactions transposed() {
    int[] users = new int[values.length];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(users, offsets[r], offsets[r + 1], r);
    }
    return of(columns, rows, values, users);
  }
}
