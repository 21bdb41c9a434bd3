package watchnext.feature;

import watchnext.event.EventLog;

/**
 * What one event adds to the counters: an amount for each of a few {@link Signal}s. Filled anew for
 * every event, so that observing allocates nothing. <i>Confined: one thread at a time.</i>
 */
final class Amounts {

  /** A watch counts as at most this many viewings of the whole video. */
  static final double MOST_FRACTION = 2;

  private final int[] columns = new int[Signal.count()];
  private final float[] values = new float[Signal.count()];
  private int size;

  /** Number of signals that the event adds to. */
  int size() {
    return size;
  }

  /** The column of the {@code k}-th of them. */
  int column(int k) {
    return columns[k];
  }

  /** The amount of the {@code k}-th of them. */
  float value(int k) {
    return values[k];
  }

  /**
   * Takes the amounts of event {@code i}.
   *
   * @param firstGood whether it is the first good event of its user and video
   * @param durationSeconds the video's length as the catalog knows it, used where the event does
   *     not say; 0 when unknown: then a long watch counts as a whole viewing, a short one as none
   */
  void of(EventLog log, int i, boolean firstGood, float durationSeconds) {
    size = 0;
    if (firstGood) {
      put(Signal.SATISFIED, 1);
    }
    switch (log.kind(i)) {
      case IMPRESSION -> put(Signal.IMPRESSION, 1);
      case CLICK -> put(Signal.CLICK, 1);
      case LIKE -> put(Signal.LIKE, 1);
      case NOT_INTERESTED -> put(Signal.DISMISSAL, 1);
      case RATING -> {
        put(Signal.RATING, 1);
        put(Signal.STARS, log.stars(i));
      }
      case WATCH -> watch(log, i, durationSeconds);
    }
  }

  private void watch(EventLog log, int i, float catalogDuration) {
    float seconds = log.watchSeconds(i);
    float duration = log.durationSeconds(i) > 0 ? log.durationSeconds(i) : catalogDuration;
    boolean isLong = log.isGood(i);
    double fraction = isLong ? 1 : 0;
    if (duration > 0) {
      fraction = Math.min(MOST_FRACTION, seconds / duration);
    }
    put(Signal.WATCH, 1);
    put(Signal.WATCH_SECONDS, seconds);
    put(Signal.WATCH_FRACTION, (float) fraction);
    if (isLong) {
      put(Signal.LONG_WATCH, 1);
    }
  }

  private void put(Signal signal, float amount) {
    columns[size] = signal.column();
    values[size++] = amount;
  }
}
