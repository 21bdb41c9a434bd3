package watchnext.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Identifiers numbered in order of first appearance, found by a slice of characters so that a row
 * makes no string: open addressing with linear probing, at most half full. <i>Confined: one thread
 * at a time.</i>
 */
final class IdTable {

  /** The answer of {@link #find} for an identifier that is not here. */
  static final int UNKNOWN = -1;

  private final List<String> ids = new ArrayList<>();
  private int[] slots = new int[64];

  IdTable() {
    Arrays.fill(slots, UNKNOWN);
  }

  int size() {
    return ids.size();
  }

  List<String> ids() {
    return ids;
  }

  /** The ordinal of the identifier in the slice, or {@link #UNKNOWN}. */
  int find(char[] chars, int from, int to) {
    return slots[slotOf(chars, from, to)];
  }

  /** The ordinal of the identifier in the slice, which becomes known if it was not. */
  int add(char[] chars, int from, int to) {
    int slot = slotOf(chars, from, to);
    if (slots[slot] == UNKNOWN) {
      slots[slot] = ids.size();
      ids.add(new String(chars, from, to - from));
      if (ids.size() * 2 > slots.length) {
        grow();
        return ids.size() - 1;
      }
    }
    return slots[slot];
  }

  private int slotOf(char[] chars, int from, int to) {
    int slot = (int) hash(chars, from, to) & (slots.length - 1);
    while (slots[slot] != UNKNOWN && !isSame(ids.get(slots[slot]), chars, from, to)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    Arrays.fill(slots, UNKNOWN);
    for (int ordinal = 0; ordinal < ids.size(); ordinal++) {
      char[] id = ids.get(ordinal).toCharArray();
      slots[slotOf(id, 0, id.length)] = ordinal;
    }
  }

  private static boolean isSame(String id, char[] chars, int from, int to) {
    if (id.length() != to - from) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Mixed after each character, so that names do not collide by design as with {@code 31 * h}. */
  private static long hash(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ chars[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
