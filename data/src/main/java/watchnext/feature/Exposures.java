package watchnext.feature;

/**
 * What one user was shown lately and did not open: for each video how many times, and when last. A
 * click wipes the count; a video not shown for {@value #MEMORY_DAYS} days is forgotten, so that the
 * table holds a week of pages, not a lifetime.
 *
 * <p>Open addressing, 12 bytes a slot; time in whole minutes, which fit an {@code int}. Whether an
 * old entry was already swept out can not be told from outside. <i>Confined: one thread at a
 * time.</i>
 */
final class Exposures {

  /** Days after which an exposure is forgotten. */
  static final int MEMORY_DAYS = 7;

  /** The answer of {@link #lastMinute} for a video not shown lately. */
  static final int NEVER = Integer.MIN_VALUE;

  private static final int MEMORY_MINUTES = MEMORY_DAYS * 24 * 60;

  private int[] keys = new int[8];
  private int[] counts = new int[8];
  private int[] minutes = new int[8];
  private int size;

  /** The minute of a time in seconds. */
  static int minute(long epochSecond) {
    return (int) Math.floorDiv(epochSecond, 60L);
  }

  /** The video was shown, so far without a click. */
  void shown(int video, int minute) {
    int slot = Hashing.slotOf(keys, video + 1);
    if (keys[slot] == 0) {
      if ((size + 1) * 4 > keys.length * 3) {
        rehash(minute);
        slot = Hashing.slotOf(keys, video + 1);
      }
      keys[slot] = video + 1;
      minutes[slot] = minute;
      size++;
    }
    counts[slot] = isFresh(slot, minute) ? counts[slot] + 1 : 1;
    minutes[slot] = Math.max(minutes[slot], minute);
  }

  /** The video was opened: its count begins anew. */
  void clicked(int video) {
    counts[Hashing.slotOf(keys, video + 1)] = 0;
  }

  /** Times shown since the last click, by someone who looks at {@code minute}. */
  int count(int video, int minute) {
    int slot = Hashing.slotOf(keys, video + 1);
    return keys[slot] != 0 && isFresh(slot, minute) ? counts[slot] : 0;
  }

  /** The minute at which the video was last shown, or {@link #NEVER}. */
  int lastMinute(int video, int minute) {
    int slot = Hashing.slotOf(keys, video + 1);
    return keys[slot] != 0 && isFresh(slot, minute) ? minutes[slot] : NEVER;
  }

  private boolean isFresh(int slot, int minute) {
    return minute - minutes[slot] < MEMORY_MINUTES;
  }

  /** Sweeps out what is forgotten, and doubles the table when little was. */
  private void rehash(int minute) {
    int fresh = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      fresh += keys[slot] != 0 && isFresh(slot, minute) ? 1 : 0;
    }
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldMinutes = minutes;
    int capacity = fresh * 2 > oldKeys.length ? oldKeys.length * 2 : oldKeys.length;
    keys = new int[capacity];
    counts = new int[capacity];
    minutes = new int[capacity];
    size = 0;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0 && minute - oldMinutes[old] < MEMORY_MINUTES) {
        int slot = Hashing.slotOf(keys, oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
        minutes[slot] = oldMinutes[old];
        size++;
      }
    }
  }
}
