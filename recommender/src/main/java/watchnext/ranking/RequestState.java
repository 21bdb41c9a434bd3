package watchnext.ranking;

import watchnext.catalog.Context;
import watchnext.feature.FeatureState;
import watchnext.feature.History;

/**
 * All that a row may be made from, besides the video: what was known when the request came. The
 * same for a replayed request and a live one. <i>A view; as thread-safe as the state.</i>
 *
 * @param features what has happened before the request
 * @param user ordinal of the user
 * @param context time and device of the request
 * @param history the user's good watches before the request
 */
public record RequestState(FeatureState features, int user, Context context, History history) {

  /** The state of a user whose history is the one that {@code features} keeps. */
  public static RequestState of(FeatureState features, int user, Context context) {
    return new RequestState(features, user, context, features.history(user));
  }
}
