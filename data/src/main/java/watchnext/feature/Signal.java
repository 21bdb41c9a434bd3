package watchnext.feature;

/**
 * What is counted of an event, one column each: every event is a few amounts, and the same amounts
 * are added to the row of its user, its video, its tags, its creator and of everything together.
 * <i>Immutable.</i>
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
  /** Sum of watched parts of the video, each at most two. */
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
}
