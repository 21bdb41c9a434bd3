package watchnext.index;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;
import watchnext.require.Require;

/**
 * Which vectors of an index were taken out: a bit each. A removed vector keeps its place in the
 * arrays until the next rebuild, and is passed over as if a filter had refused it.
 *
 * <p><i>Thread-safe: a search sees the removals that returned before it began.</i>
 */
final class Removals {

  private final int size;
  private final AtomicLongArray bits;
  private volatile int count;

  Removals(int size) {
    this.size = size;
    this.bits = new AtomicLongArray((size + 63) / 64);
  }

  /** Marks an ordinal; twice does no harm. */
  synchronized void remove(int ordinal) {
    Require.that(
        ordinal >= 0 && ordinal < size, "an ordinal must be in [0, %s), was %s", size, ordinal);
    long word = bits.get(ordinal >> 6);
    if ((word & 1L << ordinal) == 0) {
      bits.set(ordinal >> 6, word | 1L << ordinal);
      count = count + 1;
    }
  }

  /** How many are marked. */
  int count() {
    return count;
  }

  /** What lets through that is neither marked nor refused by {@code eligible}. */
  IntPredicate and(IntPredicate eligible) {
    if (count == 0) {
      return eligible;
    }
    return eligible == Searches.ALL
        ? this::isLive
        : ordinal -> isLive(ordinal) && eligible.test(ordinal);
  }

  private boolean isLive(int ordinal) {
    return (bits.get(ordinal >> 6) & 1L << ordinal) == 0;
  }

  /** Bytes of the marks. */
  long bytes() {
    return 8L * bits.length();
  }
}
