package watchnext.synthetic;

/**
 * Where to look in ascending sums: a draw from a million weights touches a few neighbouring numbers
 * instead of twenty that lie far apart in memory. [0, total) is cut into equal cells, and each cell
 * knows the first sum above its edge [chen1974]. Gives exactly what {@code Curves.drawCumulative}
 * gives. <i>One writer ({@link #index}), many readers in between.</i>
 */
final class GuideTable {

  private static final int SUMS_A_CELL = 4;

  private int[] first = {};
  private int cells;
  private int size;

  /**
   * Looks through the sums anew.
   *
   * @param cumulative ascending sums of weights
   * @param count how many of them count, at least 1
   */
  void index(double[] cumulative, int count) {
    size = count;
    cells = 1 + count / SUMS_A_CELL;
    if (first.length <= cells) {
      first = new int[1 + cells + cells / 2];
    }
    double total = cumulative[count - 1];
    int i = 0;
    for (int cell = 0; cell <= cells; cell++) {
      double edge = total * cell / cells;
      while (i < count - 1 && cumulative[i] <= edge) {
        i++;
      }
      first[cell] = i;
    }
  }

  /**
   * The first index whose sum exceeds {@code u} times the last one.
   *
   * @param cumulative the sums of the last {@link #index}
   * @param u a uniform draw in [0, 1)
   */
  int draw(double[] cumulative, double u) {
    double target = u * cumulative[size - 1];
    int cell = Math.min(cells - 1, (int) (u * cells));
    int low = first[cell];
    int high = first[cell + 1];
    // Edges are rounded; where a draw falls on the wrong side of one, all sums are looked through.
    if (low > 0 && cumulative[low - 1] > target) {
      low = 0;
    }
    if (cumulative[high] <= target) {
      high = size - 1;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
