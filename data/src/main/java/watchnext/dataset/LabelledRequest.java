package watchnext.dataset;

import watchnext.catalog.Context;
import watchnext.event.Event;
import watchnext.require.Require;

/**
 * One page with what became of it: the training unit of the rankers. All arrays have one length,
 * one entry a video. A label is 1, 0, or NaN where the data cannot know. <i>Immutable by
 * convention: the arrays are shared, not copied.</i>
 *
 * @param user ordinal of the user
 * @param context when, and on what device; features are those known strictly before this second
 * @param videos video ordinals, in the order of the page
 * @param clicked whether each was opened
 * @param watchedLong whether each was watched well
 * @param liked whether each was liked
 * @param positions place on the page, 0 for the top, -1 when unknown
 * @param requestId the request whose page it is, empty when unknown
 */
public record LabelledRequest(
    int user,
    Context context,
    int[] videos,
    float[] clicked,
    float[] watchedLong,
    float[] liked,
    int[] positions,
    String requestId) {

  /** The position of a video whose place on the page is not known. */
  public static final int UNKNOWN_POSITION = Event.Impression.UNKNOWN_POSITION;

  /** Checks the lengths and the labels. */
  public LabelledRequest {
    int size = videos.length;
    Require.that(
        clicked.length == size
            && watchedLong.length == size
            && liked.length == size
            && positions.length == size,
        "videos, labels and positions must have one length, were %s, %s, %s, %s, %s",
        size,
        clicked.length,
        watchedLong.length,
        liked.length,
        positions.length);
    checkLabels("clicked", clicked);
    checkLabels("watchedLong", watchedLong);
    checkLabels("liked", liked);
  }

  /** A page of which no request is known. */
  public LabelledRequest(
      int user,
      Context context,
      int[] videos,
      float[] clicked,
      float[] watchedLong,
      float[] liked,
      int[] positions) {
    this(user, context, videos, clicked, watchedLong, liked, positions, "");
  }

  private static void checkLabels(String name, float[] labels) {
    for (float label : labels) {
      if (label != 0 && label != 1 && !Float.isNaN(label)) {
        throw new IllegalArgumentException(name + " must be 0, 1 or NaN, was " + label);
      }
    }
  }

  /** Number of videos. */
  public int size() {
    return videos.length;
  }
}
