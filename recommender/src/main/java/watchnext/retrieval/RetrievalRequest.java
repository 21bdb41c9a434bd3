package watchnext.retrieval;

import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.feature.FeatureState;
import watchnext.feature.History;

/**
 * A request as retrieval sees it: the user resolved to an ordinal, and what is known of them now.
 * <i>As immutable as the state it points to, which must stand still during the request.</i>
 *
 * @param user ordinal of the user
 * @param context time and device
 * @param state what is known at this instant
 * @param history the user's good watches, taken from the state once
 * @param eligibility which videos may be recommended
 * @param counts how often each video is watched well, counted when first asked for
 */
public record RetrievalRequest(
    int user,
    Context context,
    FeatureState state,
    History history,
    Eligibility eligibility,
    WatchCounts counts) {

  /** The ordinal of someone without an account. */
  public static final int NOBODY = -1;

  /** The request of {@code user} in {@code context}. */
  public static RetrievalRequest of(int user, Context context, FeatureState state) {
    return new RetrievalRequest(
        user,
        context,
        state,
        state.history(user),
        new Eligibility(state, user, context),
        new WatchCounts(state, context));
  }

  /**
   * The request of {@code user}, who has no history but said at sign-up what they like: the choices
   * stand for good watches, and are not recommended again.
   *
   * @param choices what the user chose, and when
   */
  public static RetrievalRequest choosing(
      int user, Context context, FeatureState state, History choices) {
    return new RetrievalRequest(
        user,
        context,
        state,
        choices,
        new Eligibility(state, user, context, choices),
        new WatchCounts(state, context));
  }

  /**
   * The request of someone without an account: no history, and nothing seen. Only sources that do
   * not ask who it is may be used.
   */
  public static RetrievalRequest stranger(Context context, FeatureState state) {
    return new RetrievalRequest(
        NOBODY,
        context,
        state,
        History.EMPTY,
        new Eligibility(state, NOBODY, context),
        new WatchCounts(state, context));
  }

  /** The users and videos of the data. */
  public Catalog catalog() {
    return state.catalog();
  }
}
