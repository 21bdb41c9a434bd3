package watchnext.model.ranker;

/**
 * What a user may do with a video that was shown: the three things the rankers learn to predict.
 * Each has its column in labels and predictions. <i>Immutable.</i>
 */
public enum Action {
  /** The user opened the video. */
  CLICK(0),
  /** The user watched it well, as {@code event.Satisfaction} defines it. */
  LONG_WATCH(1),
  /** The user liked it. */
  LIKE(2);

  /** Number of actions, the width of labels and predictions. */
  public static final int COUNT = values().length;

  private final int column;

  Action(int column) {
    this.column = column;
  }

  /** Its column in labels and predictions, from 0. */
  public int column() {
    return column;
  }
}
