package watchnext.event;

import watchnext.require.Require;

/**
 * Something a user did, or was shown, at an instant. A closed set: whoever reads events switches
 * over all of them.
 *
 * <p>Events that answer an impression carry its {@code requestId}, so that label and features meet
 * without guessing; data without impressions leaves it empty. <i>Immutable, all of them.</i>
 */
public sealed interface Event {

  /** Seconds since 1970, UTC: when the platform learnt of it (a watch is known when it ends). */
  long epochSecond();

  /** The user's identifier. */
  String userId();

  /** The video's identifier. */
  String videoId();

  /** The request whose page this belongs to, empty when unknown. */
  String requestId();

  /** The kind of this event. */
  EventKind kind();

  /**
   * The video stood on a page that was shown.
   *
   * @param position 0 for the top of the page, {@link #UNKNOWN_POSITION} when unknown
   * @param propensity probability with which the logging policy put this video here, 0 when unknown
   * @param device the device of the page, empty when unknown
   */
  record Impression(
      long epochSecond,
      String userId,
      String videoId,
      String requestId,
      int position,
      double propensity,
      String device)
      implements Event {

    /** The position of a video whose place on the page is unknown, as in the log of a feed. */
    public static final int UNKNOWN_POSITION = -1;

    /** Checks position and propensity. */
    public Impression {
      Require.that(
          position >= UNKNOWN_POSITION,
          "position must be 0 or more, or -1 when unknown, was %s",
          position);
      Require.within("propensity", propensity, 0, 1);
    }

    /** An impression on an unknown device. */
    public Impression(
        long epochSecond,
        String userId,
        String videoId,
        String requestId,
        int position,
        double propensity) {
      this(epochSecond, userId, videoId, requestId, position, propensity, "");
    }

    @Override
    public EventKind kind() {
      return EventKind.IMPRESSION;
    }
  }

  /** The user opened the video. */
  record Click(long epochSecond, String userId, String videoId, String requestId) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.CLICK;
    }
  }

  /**
   * The user watched, for a moment or to the end (or again: more than the duration).
   *
   * @param watchSeconds time watched
   * @param durationSeconds length of the video, 0 when unknown
   */
  record Watch(
      long epochSecond,
      String userId,
      String videoId,
      String requestId,
      double watchSeconds,
      double durationSeconds)
      implements Event {
    /** Checks both times. */
    public Watch {
      requireSeconds("watchSeconds", watchSeconds);
      requireSeconds("durationSeconds", durationSeconds);
    }

    private static void requireSeconds(String name, double seconds) {
      Require.that(
          seconds >= 0 && seconds < Double.POSITIVE_INFINITY,
          "%s must be 0 or more, was %s",
          name,
          seconds);
    }

    @Override
    public EventKind kind() {
      return EventKind.WATCH;
    }
  }

  /** The user liked the video. */
  record Like(long epochSecond, String userId, String videoId, String requestId) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.LIKE;
    }
  }

  /** The user asked not to see such videos. */
  record NotInterested(long epochSecond, String userId, String videoId, String requestId)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.NOT_INTERESTED;
    }
  }

  /**
   * The user gave stars.
   *
   * @param stars half a star to five
   */
  record Rating(long epochSecond, String userId, String videoId, double stars) implements Event {
    /** Checks the range. */
    public Rating {
      Require.that(stars >= 0.5 && stars <= 5, "stars must be in [0.5, 5], was %s", stars);
    }

    @Override
    public String requestId() {
      return "";
    }

    @Override
    public EventKind kind() {
      return EventKind.RATING;
    }
  }
}
