package watchnext.feature;

import java.util.Arrays;

/**
 * Counts that forget, for many rows (users, videos, tags …): a row holds every {@link Signal} at
 * every given {@link Horizon}. Decay is lazy: a row keeps the time of its last change, and only
 * when it changes again is the past multiplied down,
 *
 * <pre>c ← c · 2^(-(t - last) / halfLife) + amount,  last ← t</pre>
 *
 * <p>Reading never changes anything, so that looking at a row cannot alter what comes later. An
 * event that arrives late, after newer ones, is added with the weight it has left.
 *
 * <p>Memory: {@code 4 · horizons · signals + 8} bytes a row; one addition or reading costs a table
 * lookup per decaying horizon and a short loop. <i>Confined: one thread at a time.</i>
 */
final class DecayedCounters {

  private static final long NEVER = Long.MIN_VALUE / 4;

  private final Horizon[] horizons;
  private final int signals = Signal.count();
  private final int width;
  private final float[] values;
  private final long[] times;

  /** Rows of zeros that look back over {@code horizons}. */
  DecayedCounters(int rows, Horizon... horizons) {
    this.horizons = horizons.clone();
    this.width = horizons.length * signals;
    this.values = new float[Math.multiplyExact(rows, width)];
    this.times = new long[rows];
    Arrays.fill(times, NEVER);
  }

  private DecayedCounters(DecayedCounters shorter, int rows) {
    this.horizons = shorter.horizons;
    this.width = shorter.width;
    this.times = Room.in(shorter.times, rows);
    Arrays.fill(times, shorter.times.length, times.length, NEVER);
    this.values = Arrays.copyOf(shorter.values, Math.multiplyExact(times.length, width));
  }

  /**
   * These counters with at least so many rows: themselves when they have them, else a copy with
   * room, of which the new rows are zeros.
   */
  DecayedCounters withRows(int rows) {
    return rows <= times.length ? this : new DecayedCounters(this, rows);
  }

  /** Number of values of a row: signals of the first horizon, then of the next. */
  int width() {
    return width;
  }

  /** Adds {@code amounts} to {@code row} at {@code epochSecond}. */
  void add(int row, Amounts amounts, long epochSecond) {
    long elapsed = epochSecond - times[row];
    int at = row * width;
    for (Horizon horizon : horizons) {
      float weight = 1;
      if (elapsed > 0) {
        decay(at, (float) horizon.remaining(elapsed));
      } else if (elapsed < 0) {
        weight = (float) horizon.remaining(-elapsed);
      }
      for (int k = 0; k < amounts.size(); k++) {
        values[at + amounts.column(k)] += weight * amounts.value(k);
      }
      at += signals;
    }
    times[row] = Math.max(times[row], epochSecond);
  }

  private void decay(int at, float remaining) {
    if (remaining == 1) {
      return;
    }
    for (int i = at; i < at + signals; i++) {
      values[i] *= remaining;
    }
  }

  /** Writes the row as it stands at {@code epochSecond} to the first {@link #width} of out. */
  void read(int row, long epochSecond, float[] out) {
    long elapsed = epochSecond - times[row];
    int from = row * width;
    int to = 0;
    for (Horizon horizon : horizons) {
      float weight = (float) horizon.remaining(elapsed);
      for (int s = 0; s < signals; s++) {
        out[to++] = values[from++] * weight;
      }
    }
  }

  /**
   * One value as it stands at {@code epochSecond}.
   *
   * @param place index of the horizon among those given at construction
   */
  float value(int row, int place, Signal signal, long epochSecond) {
    float value = values[row * width + place * signals + signal.column()];
    // Most rows of a catalogue hold nothing, and nothing decays to nothing.
    return value == 0 ? 0 : (float) (value * horizons[place].remaining(epochSecond - times[row]));
  }
}
