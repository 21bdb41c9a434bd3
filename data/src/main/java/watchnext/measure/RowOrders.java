package watchnext.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders of row numbers, sorted as packed longs so that millions of rows need no objects.
 * <i>Stateless.</i>
 */
public final class RowOrders {

  private RowOrders() {}

  /** 0 … n − 1. */
  public static int[] all(int n) {
    int[] rows = new int[n];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /**
   * The rows by ascending score, equal scores by row.
   *
   * @throws IllegalArgumentException when a score is NaN
   */
  public static int[] byScore(float[] scores, int[] rows) {
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float score = scores[rows[i]];
      if (Float.isNaN(score)) {
        throw new IllegalArgumentException("a score must be a number, was NaN at " + rows[i]);
      }
      // Negative floats order backwards as bits: turn those over. −0 stands next to 0, as a tie.
      int bits = Float.floatToIntBits(score);
      keys[i] = ((long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32) | rows[i];
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The rows of each group, groups ascending, rows of a group ascending. */
  public static List<int[]> byGroup(int[] groups) {
    long[] keys = new long[groups.length];
    for (int i = 0; i < groups.length; i++) {
      keys[i] = ((long) groups[i] << 32) | i;
    }
    Arrays.sort(keys);
    int[] rows = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    List<int[]> result = new ArrayList<>();
    for (int from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && groups[rows[to]] == groups[rows[from]]) {
        to++;
      }
      result.add(Arrays.copyOfRange(rows, from, to));
    }
    return result;
  }
}
