package watchnext.model.twotower;

import java.util.Arrays;

/**
 * Numbers the few members of a large universe that a batch meets, 0, 1, 2 … in the order of their
 * first appearance. Adding and clearing cost what the batch holds, not what the universe does.
 * <i>Confined: one thread at a time.</i>
 */
final class LocalIndex {

  private final int[] locals;
  private int[] members = new int[1024];
  private int size;

  /** An empty index of members in [0, universe). */
  LocalIndex(int universe) {
    this.locals = new int[universe];
    Arrays.fill(locals, -1);
  }

  /** The number of {@code member}, a new one when it was not met yet. */
  int add(int member) {
    int local = locals[member];
    if (local < 0) {
      if (size == members.length) {
        members = Arrays.copyOf(members, size * 2);
      }
      local = size++;
      locals[member] = local;
      members[local] = member;
    }
    return local;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The member numbered {@code local}. */
  int member(int local) {
    return members[local];
  }

  /** Forgets all. */
  void clear() {
    for (int i = 0; i < size; i++) {
      locals[members[i]] = -1;
    }
    size = 0;
  }
}
