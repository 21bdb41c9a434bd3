package watchnext.feature;

import java.util.Arrays;

/**
 * A set of videos for each user, in open addressing over one {@code int[]} per user: about 8 bytes
 * a member, nothing at all for a user without one.
 *
 * <p>Slots hold the video's ordinal plus one, 0 is free; at most three quarters are taken.
 * <i>Confined: one thread at a time.</i>
 */
public final class UserVideoSets {

  private static final int[] NONE = new int[1];

  private final int[][] slots;
  private final int[] sizes;

  /** Empty sets for {@code users} users. */
  public UserVideoSets(int users) {
    this.slots = new int[users][];
    Arrays.fill(slots, NONE);
    this.sizes = new int[users];
  }

  /** Number of videos in the set of {@code user}. */
  public int size(int user) {
    return sizes[user];
  }

  /** Whether {@code video} is in the set of {@code user}. */
  public boolean contains(int user, int video) {
    int[] table = slots[user];
    return table[Hashing.slotOf(table, video + 1)] != 0;
  }

  /** Puts {@code video} into the set of {@code user}; false when it was there. */
  public boolean add(int user, int video) {
    int[] table = slots[user];
    int slot = Hashing.slotOf(table, video + 1);
    if (table[slot] != 0) {
      return false;
    }
    if ((sizes[user] + 1) * 4L > table.length * 3L) {
      table = grown(table);
      slots[user] = table;
      slot = Hashing.slotOf(table, video + 1);
    }
    table[slot] = video + 1;
    sizes[user]++;
    return true;
  }

  private static int[] grown(int[] table) {
    int[] result = new int[Math.max(4, table.length * 2)];
    for (int key : table) {
      if (key != 0) {
        result[Hashing.slotOf(result, key)] = key;
      }
    }
    return result;
  }
}
