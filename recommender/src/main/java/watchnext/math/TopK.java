package watchnext.math;

import java.util.Arrays;

/**
 * Keeps the {@code k} best of a stream of scored ordinals: score descending, equal scores by
 * ordinal ascending or in the order of a {@link Shuffle}, so that the answer does not depend on the
 * order of arrival.
 *
 * <p>A binary heap with the worst kept entry at its root. An entry is one {@code long}: the score's
 * bits, made to sort as integers, above the ordinal's complement; a larger long is a better entry
 * and one comparison settles score and tie together. Offering costs O(1) for an entry that is not
 * kept and O(log k) for one that is; nothing is allocated after construction.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
public final class TopK {

  private final long[] heap;
  private final Shuffle ties;
  private int size;

  /**
   * An empty selection that keeps equal scores by ordinal ascending.
   *
   * @param capacity {@code k}, at least 0
   */
  public TopK(int capacity) {
    this(capacity, Shuffle.NONE);
  }

  /** The same with equal scores in the order of {@code ties}. */
  public TopK(int capacity, Shuffle ties) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must not be negative, was " + capacity);
    }
    this.heap = new long[capacity];
    this.ties = ties;
  }

  /** The ordinals of the {@code k} largest scores (or of all, when there are fewer), best first. */
  public static int[] ordinals(float[] scores, int k) {
    TopK best = new TopK(Math.min(k, scores.length));
    for (int i = 0; i < scores.length; i++) {
      best.offer(i, scores[i]);
    }
    int[] ordinals = new int[best.size()];
    best.drain(ordinals, new float[best.size()]);
    return ordinals;
  }

  /** Number of entries kept. */
  public int size() {
    return size;
  }

  /** Forgets all entries. */
  public void clear() {
    size = 0;
  }

  /**
   * What a score must reach to be kept: the worst score kept, or negative infinity as long as there
   * is room. A score equal to it is kept only if its ordinal comes earlier among ties.
   */
  public float threshold() {
    if (size < heap.length) {
      return Float.NEGATIVE_INFINITY;
    }
    return size == 0 ? Float.POSITIVE_INFINITY : score(heap[0]);
  }

  /**
   * Offers one entry.
   *
   * @return whether it is among the best so far
   * @throws IllegalArgumentException when the score is NaN
   */
  public boolean offer(int ordinal, float score) {
    if (Float.isNaN(score)) {
      throw new IllegalArgumentException("a score must be a number, was NaN at ordinal " + ordinal);
    }
    long entry = entry(ties.place(ordinal), score);
    if (size < heap.length) {
      heap[size] = entry;
      siftUp(size++);
      return true;
    }
    if (size == 0 || entry <= heap[0]) {
      return false;
    }
    heap[0] = entry;
    siftDown(0, size);
    return true;
  }

  /**
   * Moves the entries out, best first, and leaves the selection empty.
   *
   * @param ordinals room for at least {@link #size} entries
   * @param scores room for as many
   * @return how many were moved
   */
  public int drain(int[] ordinals, float[] scores) {
    int count = size;
    Arrays.sort(heap, 0, count);
    for (int i = 0; i < count; i++) {
      long entry = heap[count - 1 - i];
      ordinals[i] = ties.ordinal(ordinal(entry));
      scores[i] = score(entry);
    }
    size = 0;
    return count;
  }

  /**
   * An entry as a {@code long}: larger is better, that is a larger score or, of equal scores, a
   * smaller ordinal. For those who sort entries of their own.
   */
  public static long entry(int ordinal, float score) {
    // Adding zero turns -0.0 into 0.0: the two are equal scores, their bits are not.
    return ((long) sortable(Float.floatToRawIntBits(score + 0.0f)) << 32)
        | (~ordinal & 0xFFFF_FFFFL);
  }

  /** The ordinal of an entry. */
  public static int ordinal(long entry) {
    return ~(int) entry;
  }

  /** The score of an entry. */
  public static float score(long entry) {
    return Float.intBitsToFloat(sortable((int) (entry >> 32)));
  }

  /**
   * Flips the lower bits of negative floats, whose order as integers is reversed; an involution.
   */
  private static int sortable(int bits) {
    return bits ^ ((bits >> 31) & 0x7FFF_FFFF);
  }

  private void siftUp(int from) {
    int child = from;
    long entry = heap[child];
    while (child > 0) {
      int parent = (child - 1) >>> 1;
      if (heap[parent] <= entry) {
        break;
      }
      heap[child] = heap[parent];
      child = parent;
    }
    heap[child] = entry;
  }

  private void siftDown(int from, int end) {
    int parent = from;
    long entry = heap[parent];
    for (int child = 2 * parent + 1; child < end; child = 2 * parent + 1) {
      if (child + 1 < end && heap[child + 1] < heap[child]) {
        child++;
      }
      if (entry <= heap[child]) {
        break;
      }
      heap[parent] = heap[child];
      parent = child;
    }
    heap[parent] = entry;
  }
}
