package watchnext.feature;

import java.util.Arrays;
import watchnext.event.EventLog;

/**
 * What is counted of an event, one column each: every event is a short vector of amounts, and the
 * same vector is added to the row of its user, its video, its tags, its creator and of everything
 * together. <i>Immutable.</i>
 */
public enum Signal {
  /** Times shown. */
  IMPRESSION(0),
  /** Times opened. */
  CLICK(1),
  /** Watches, short ones too. */
  WATCH(2),
  /** Seconds watched. */
  WATCH_SECONDS(3),
  /** Sum of watched parts of the video, each at most {@value #MOST_FRACTION}. */
  WATCH_FRACTION(4),
  /** Watches that were long, see {@link watchnext.event.Satisfaction}. */
  LONG_WATCH(5),
  /** Likes. */
  LIKE(6),
  /** Times that "not interested" was said. */
  DISMISSAL(7),
  /** Ratings. */
  RATING(8),
  /** Sum of the stars given. */
  STARS(9),
  /**
   * First good events of a user and a video: how many were satisfied, each person counted once, be
   * it by a long watch, a good rating or a like.
   */
  SATISFIED(10);

  /** A watch counts as at most this many viewings of the whole video. */
  static final double MOST_FRACTION = 2;

  private static final int COUNT = values().length;

  private final int column;

  Signal(int column) {
    this.column = column;
  }

  /** The place of this signal in a vector of amounts. */
  int column() {
    return column;
  }

  /** Number of signals, the width of a vector of amounts. */
  static int count() {
    return COUNT;
  }

  /**
   * Writes what event {@code i} adds to each signal.
   *
   * @param firstGood whether it is the first good event of its user and video
   * @param durationSeconds the video's length as the catalog knows it, used where the event does
   *     not say; 0 when unknown: then a long watch counts as a whole viewing, a short one as none
   * @param amounts receives {@link #count} values
   */
  static void amounts(
      EventLog log, int i, boolean firstGood, float durationSeconds, float[] amounts) {
    Arrays.fill(amounts, 0);
    amounts[SATISFIED.column()] = firstGood ? 1 : 0;
    switch (log.kind(i)) {
      case IMPRESSION -> amounts[IMPRESSION.column()] = 1;
      case CLICK -> amounts[CLICK.column()] = 1;
      case LIKE -> amounts[LIKE.column()] = 1;
      case NOT_INTERESTED -> amounts[DISMISSAL.column()] = 1;
      case RATING -> {
        amounts[RATING.column()] = 1;
        amounts[STARS.column()] = log.stars(i);
      }
      case WATCH -> watch(log, i, durationSeconds, amounts);
    }
  }

  private static void watch(EventLog log, int i, float catalogDuration, float[] amounts) {
    float seconds = log.watchSeconds(i);
    float duration = log.durationSeconds(i) > 0 ? log.durationSeconds(i) : catalogDuration;
    boolean isLong = log.isGood(i);
    double fraction = isLong ? 1 : 0;
    if (duration > 0) {
      fraction = Math.min(MOST_FRACTION, seconds / duration);
    }
    amounts[WATCH.column()] = 1;
    amounts[WATCH_SECONDS.column()] = seconds;
    amounts[WATCH_FRACTION.column()] = (float) fraction;
    amounts[LONG_WATCH.column()] = isLong ? 1 : 0;
  }
}
