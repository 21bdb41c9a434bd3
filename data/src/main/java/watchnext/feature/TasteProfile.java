package watchnext.feature;

/**
 * One user's experience with topics (tags and creators): how often each was shown, clicked, watched
 * well and found bad, in counts that forget with a half-life of {@value #HALF_LIFE_DAYS} days.
 *
 * <p>All counts of the user share one clock by <i>forward decay</i>: an event at time t is stored
 * with the growing weight {@code g(t) = 2^((t - landmark) / halfLife)}, and a reading at time T
 * divides by {@code g(T)}. So an entry needs no time of its own, and a page of five hundred
 * candidates needs one power, not thousands. The landmark moves up before weights grow past 2^24.
 *
 * <p>Open addressing over two arrays, 20 bytes a slot. Reference: Cormode et al., Forward Decay,
 * ICDE 2009 [cormode2009]. <i>Confined: one thread at a time.</i>
 */
final class TasteProfile {

  /** Half-life of tastes in days. */
  static final int HALF_LIFE_DAYS = 30;

  /** The answer of {@link #find} for a topic never met. */
  static final int ABSENT = -1;

  private static final double HALF_LIFE_SECONDS = HALF_LIFE_DAYS * 86_400.0;
  private static final long LONGEST_STRETCH = 24L * HALF_LIFE_DAYS * 86_400;
  private static final int COLUMNS = Experience.values().length;

  private int[] keys = new int[4];
  private float[] values = new float[4 * COLUMNS];
  private int size;
  private long landmark;

  /** Nothing experienced; {@code epochSecond} becomes the first landmark. */
  TasteProfile(long epochSecond) {
    this.landmark = epochSecond;
  }

  /** Number of topics met. */
  int size() {
    return size;
  }

  /** Counts {@code experience} once for {@code topic} at {@code epochSecond}. */
  void add(int topic, Experience experience, long epochSecond) {
    if (epochSecond - landmark > LONGEST_STRETCH) {
      moveLandmark(epochSecond);
    }
    int slot = Hashing.slotOf(keys, topic + 1);
    if (keys[slot] == 0) {
      slot = insert(topic + 1, slot);
    }
    values[slot * COLUMNS + experience.column()] += (float) growth(epochSecond);
  }

  /** {@code g(t)}; below one for an event older than the landmark. */
  private double growth(long epochSecond) {
    return epochSecond >= landmark
        ? 1 / Decay.remaining(HALF_LIFE_SECONDS, epochSecond - landmark)
        : Decay.remaining(HALF_LIFE_SECONDS, landmark - epochSecond);
  }

  private void moveLandmark(long epochSecond) {
    float weight = (float) Decay.remaining(HALF_LIFE_SECONDS, epochSecond - landmark);
    for (int i = 0; i < values.length; i++) {
      values[i] *= weight;
    }
    landmark = epochSecond;
  }

  /** The place of {@code topic} for {@link #value}, or {@link #ABSENT}. */
  int find(int topic) {
    int slot = Hashing.slotOf(keys, topic + 1);
    return keys[slot] == 0 ? ABSENT : slot;
  }

  /** What stored values weigh at {@code epochSecond}: the factor for {@link #value}. */
  float weightAt(long epochSecond) {
    return (float) (1 / growth(epochSecond));
  }

  /** A stored count, to be multiplied by {@link #weightAt}. */
  float value(int place, Experience experience) {
    return values[place * COLUMNS + experience.column()];
  }

  private int insert(int key, int freeSlot) {
    int slot = freeSlot;
    if ((size + 1) * 4 > keys.length * 3) {
      grow();
      slot = Hashing.slotOf(keys, key);
    }
    keys[slot] = key;
    size++;
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new float[oldValues.length * 2];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0) {
        int slot = Hashing.slotOf(keys, oldKeys[old]);
        keys[slot] = oldKeys[old];
        System.arraycopy(oldValues, old * COLUMNS, values, slot * COLUMNS, COLUMNS);
      }
    }
  }
}
