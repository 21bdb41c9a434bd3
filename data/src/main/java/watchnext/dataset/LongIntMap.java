package watchnext.dataset;

import java.util.Arrays;

/**
 * A map from non-negative longs to non-negative ints in open addressing: the join of labels needs
 * millions of entries, and boxed ones would not fit. <i>Confined: one thread at a time.</i>
 */
final class LongIntMap {

  /** The answer of {@link #get} for a key that is not here. */
  static final int ABSENT = -1;

  private long[] keys = new long[16];
  private int[] values = new int[16];
  private int size;

  /** Empties the map; a table grown large by one user does not stay so for all. */
  void clear() {
    if (size * 8 < keys.length && keys.length > 16) {
      keys = new long[16];
      values = new int[16];
    } else {
      Arrays.fill(keys, 0);
    }
    size = 0;
  }

  /** The value of {@code key}, or {@link #ABSENT}. */
  int get(long key) {
    int slot = slotOf(key + 1);
    return keys[slot] == 0 ? ABSENT : values[slot];
  }

  /** Sets the value of {@code key}. */
  void put(long key, int value) {
    int slot = claim(key); // may put another array in place of values
    values[slot] = value;
  }

  /** Sets the value of {@code key} unless it has one; the value it has then. */
  int putIfAbsent(long key, int value) {
    int before = size;
    int slot = claim(key);
    if (size > before) {
      values[slot] = value;
    }
    return values[slot];
  }

  private int claim(long key) {
    int slot = slotOf(key + 1);
    if (keys[slot] == 0) {
      if ((size + 1) * 3L > keys.length * 2L) {
        grow();
        slot = slotOf(key + 1);
      }
      keys[slot] = key + 1;
      size++;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[Math.multiplyExact(oldKeys.length, 2)];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
