package watchnext.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.math.EntrySort;
import watchnext.math.Kernels;
import watchnext.math.TopK;

/**
 * One search through {@link Cells}, with its working memory, which is used again by the next.
 *
 * <ol>
 *   <li>The query is compared with all centroids, as bytes; a heap gives the cells nearest first.
 *   <li>Cells are scanned as bytes until they hold enough vectors. A histogram of the scores tells
 *       at any time what the k-th best is, so that later cells are passed over block by block.
 *   <li>What lies within three standard deviations of the rounding below the k-th best score is
 *       compared as floats, and sorted.
 * </ol>
 *
 * <p><i>Confined: one search at a time.</i>
 */
final class CellSearch {

  /** Scores per bar of the histogram, as a shift: 2⁵ of 2¹⁶. */
  private static final int BAR = 5;

  private static final int BARS = 1 << (16 - BAR);

  private final Cells cells;
  private final int margin;
  private final short[] query;
  private final short[] scores;
  private final int[] hits;
  private final long[] heap;
  private int heapSize;
  private final int[] histogram = new int[BARS];
  private final EntrySort sort = new EntrySort();
  private int[] rows = new int[1024];
  private short[] rowScores = new short[1024];
  private int count;
  private float[] products = new float[1024];
  private long[] entries = new long[1024];

  /** The bar of the k-th best score so far, or the lowest while there are fewer. */
  private int bar;

  private int inOrAboveBar;

  CellSearch(Cells cells) {
    this.cells = cells;
    this.margin = 1 + (int) (3 * cells.scales().error()) / (1 << BAR);
    this.query = new short[cells.dimension()];
    this.scores = new short[Cells.rounded(Math.max(cells.largest(), cells.count()))];
    this.hits = new int[scores.length / Kernels.CODE_BLOCK];
    this.heap = new long[cells.count()];
  }

  /**
   * Searches.
   *
   * @param length the query's length
   * @param target vectors to scan at least; more are scanned while fewer than {@code k} are found
   */
  Neighbours search(float[] floats, double length, int k, long target, IntPredicate eligible) {
    Arrays.fill(histogram, 0);
    count = 0;
    bar = 0;
    inOrAboveBar = 0;
    cells.scales().encodeQuery(floats, 0, length, query);
    orderCells();
    long scanned = 0;
    while (heapSize > 0 && (scanned < target || count < k)) {
      int cell = pop();
      scan(cell, k, eligible);
      scanned += cells.size(cell);
    }
    return rescored(floats, k);
  }

  /** Makes a heap of the cells, nearest at the root: the score above the number's complement. */
  private void orderCells() {
    Kernels.BEST.dotCodeBlocks(
        query,
        cells.centroidCodes(),
        ByteCodes.PADDING,
        cells.dimension(),
        Cells.rounded(cells.count()) / Kernels.CODE_BLOCK,
        Short.MAX_VALUE,
        scores,
        hits);
    heapSize = cells.count();
    for (int c = 0; c < heapSize; c++) {
      heap[c] = ((long) scores[c] << 32) | (~c & 0xFFFF_FFFFL);
    }
    for (int i = heapSize / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  private int pop() {
    int cell = ~(int) heap[0];
    heap[0] = heap[--heapSize];
    siftDown(0);
    return cell;
  }

  private void siftDown(int from) {
    int parent = from;
    long entry = heap[parent];
    for (int child = 2 * parent + 1; child < heapSize; child = 2 * parent + 1) {
      if (child + 1 < heapSize && heap[child + 1] > heap[child]) {
        child++;
      }
      if (entry >= heap[child]) {
        break;
      }
      heap[parent] = heap[child];
      parent = child;
    }
    heap[parent] = entry;
  }

  private void scan(int cell, int k, IntPredicate eligible) {
    int size = cells.size(cell);
    short threshold = threshold();
    int found =
        Kernels.BEST.dotCodeBlocks(
            query,
            cells.codes(),
            ByteCodes.PADDING + cells.firstSlot()[cell] * cells.dimension(),
            cells.dimension(),
            Cells.rounded(size) / Kernels.CODE_BLOCK,
            threshold,
            scores,
            hits);
    int first = cells.starts()[cell];
    boolean all = eligible == Searches.ALL;
    reserve(count + found * Kernels.CODE_BLOCK);
    for (int h = 0; h < found; h++) {
      int from = hits[h] * Kernels.CODE_BLOCK;
      int to = Math.min(from + Kernels.CODE_BLOCK, size);
      for (int i = from; i < to; i++) {
        if (scores[i] > threshold && (all || eligible.test(cells.ordinals()[first + i]))) {
          keep(first + i, scores[i], k);
        }
      }
    }
  }

  /** What a score must exceed to matter: the lower edge of the k-th best's bar, less the margin. */
  private short threshold() {
    int lowest = Math.max(0, bar - margin);
    return (short) Math.max(Short.MIN_VALUE, (lowest << BAR) + Short.MIN_VALUE - 1);
  }

  private void keep(int row, short score, int k) {
    rows[count] = row;
    rowScores[count++] = score;
    int scoreBar = (score - Short.MIN_VALUE) >> BAR;
    histogram[scoreBar]++;
    if (scoreBar >= bar) {
      inOrAboveBar++;
      while (inOrAboveBar - histogram[bar] >= k) {
        inOrAboveBar -= histogram[bar++];
      }
    }
  }

  private void reserve(int capacity) {
    if (rows.length < capacity) {
      int longer = Math.max(capacity, 2 * rows.length);
      rows = Arrays.copyOf(rows, longer);
      rowScores = Arrays.copyOf(rowScores, longer);
    }
  }

  /** Compares as floats what is near enough to the k-th best, and gives the best k of it. */
  private Neighbours rescored(float[] floats, int k) {
    short threshold = threshold();
    int left = 0;
    for (int i = 0; i < count; i++) {
      rows[left] = rows[i];
      left += rowScores[i] > threshold ? 1 : 0;
    }
    if (products.length < left + 3) {
      products = new float[2 * left + 3];
      entries = new long[products.length];
    }
    Kernels.BEST.dotRows(
        floats, cells.vectors(), FrozenGraph.PADDING, cells.dimension(), rows, left, products);
    for (int i = 0; i < left; i++) {
      entries[i] = TopK.entry(cells.ordinals()[rows[i]], products[i]);
    }
    sort.sort(entries, left);
    Neighbours answer = new Neighbours(new int[Math.min(k, left)], new float[Math.min(k, left)]);
    for (int i = 0; i < answer.size(); i++) {
      answer.ordinals()[i] = TopK.ordinal(entries[i]);
      answer.scores()[i] = TopK.score(entries[i]);
    }
    return answer;
  }
}
