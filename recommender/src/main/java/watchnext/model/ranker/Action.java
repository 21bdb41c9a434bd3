package watchnext.model.ranker;

/**
 * What a user may do with a video that was shown: the three things the rankers learn to predict.
 * The constant's ordinal is its column in labels and predictions. <i>Immutable.</i>
 */
public enum Action {
  /** The user opened the video. */
  CLICK,
  /** The user watched it well, as {@code event.Satisfaction} defines it. */
  LONG_WATCH,
  /** The user liked it. */
  LIKE;

  /** Number of actions, the width of labels and predictions. */
  public static final int COUNT = values().length;
}
