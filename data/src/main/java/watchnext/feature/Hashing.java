package watchnext.feature;

/** Finds the slots of open addressing tables. <i>Stateless.</i> */
final class Hashing {

  private Hashing() {}

  /**
   * Fibonacci hashing, Knuth, The Art of Computer Programming 3, section 6.4 [knuth1998]:
   * neighbours land far apart, and the high bits, which are the good ones, come down.
   */
  private static int spread(int key) {
    int hash = key * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /**
   * The slot of {@code table} that holds {@code key}, or the free one where it belongs.
   *
   * @param table a power of two of keys above 0, 0 where free, not full
   */
  static int slotOf(int[] table, int key) {
    int mask = table.length - 1;
    int slot = spread(key) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
