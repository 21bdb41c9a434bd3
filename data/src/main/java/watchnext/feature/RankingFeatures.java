package watchnext.feature;

import java.util.List;
import watchnext.catalog.Context;

/**
 * What a ranker may know of a user, a video and the circumstances: one row of numbers, each with a
 * name. The same code runs on replayed events for training and on live ones for serving; it reads a
 * {@link FeatureState} and nothing else, so no later event can enter.
 *
 * <p>Groups, in the order of the row: the user's activity, the session, the context; then the
 * video's popularity, freshness and duration, the user's experience with its tags and its creator,
 * repeated exposure, and the user's rates beside the video's. The lists in {@link UserFeatures},
 * {@link VideoFeatures} and {@link AffinityFeatures} are the definition: name beside formula.
 *
 * <p>Every value is finite. What is unknown is 0 or the usual value, and where that could be
 * mistaken for knowledge an indicator stands beside it ({@code …known}, {@code …comparable}).
 * <i>Stateless.</i>
 */
public final class RankingFeatures {

  private RankingFeatures() {}

  /** The name of each value of a row, in order. */
  public static List<String> names() {
    return RequestFeatures.NAMES;
  }

  /** Number of values of a row. */
  public static int width() {
    return RequestFeatures.NAMES.size();
  }

  /**
   * Writes one row. For the many candidates of one request, {@link RequestFeatures} does the user's
   * share of the work once.
   *
   * @param out receives {@link #width} values from {@code offset} on
   */
  public static void encode(
      FeatureState state, int user, Context context, int video, float[] out, int offset) {
    RequestFeatures.of(state, user, context).encode(video, out, offset);
  }
}
