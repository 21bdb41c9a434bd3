package watchnext.model.twotower;

import java.util.Arrays;

/**
 * Numbers the few members of a large universe that a batch meets, 0, 1, 2 … in the order of their
 * first appearance. Adding costs what the batch holds, not what the universe does, and clearing
 * costs nothing: a member's number stands beside the batch in which it was given, and is stale in
 * any other.
 *
 * <p>Memory: 8 bytes a member of the universe. Lasts for 2³¹ batches. <i>Confined: one thread at a
 * time.</i>
 */
final class LocalIndex {

  /** Of each member: the batch in which it was last met, above its number there. */
  private final long[] slots;

  private int[] members = new int[1024];
  private int size;
  private long batch = 1;

  /** An empty index of members in [0, universe). */
  LocalIndex(int universe) {
    this.slots = new long[universe];
  }

  /** The number of {@code member}, a new one when it was not met yet. */
  int add(int member) {
    int number = find(member);
    if (number < 0) {
      number = append(member);
      slots[member] = batch << 32 | number;
    }
    return number;
  }

  private int find(int member) {
    long slot = slots[member];
    return slot >>> 32 == batch ? (int) slot : -1;
  }

  /** A number of its own for one more {@code member}, which {@link #add} does not find again. */
  int append(int member) {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
    }
    members[size] = member;
    return size++;
  }

  /**
   * Adds {@code list[0] … list[count - 1]} and puts their numbers in their place.
   *
   * <p>A first loop only looks all of them up, since most lie outside the caches: no look-up waits
   * for another, so that the processor has a dozen under way at a time. Those it misses are added
   * by a second loop, which finds their slots in the cache.
   */
  void addAll(int[] list, int count) {
    int[] found = new int[count];
    for (int i = 0; i < count; i++) {
      found[i] = find(list[i]);
    }
    for (int i = 0; i < count; i++) {
      list[i] = found[i] >= 0 ? found[i] : add(list[i]);
    }
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The members in the order of their numbers; there may be room behind the last. */
  int[] members() {
    return members;
  }

  /** Forgets all. */
  void clear() {
    size = 0;
    batch++;
  }
}
