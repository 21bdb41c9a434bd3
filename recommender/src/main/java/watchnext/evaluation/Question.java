package watchnext.evaluation;

import watchnext.catalog.Context;

/**
 * What a recommender is told in an evaluation: who asks, when and on what device. The answer key is
 * not in it, so that no recommender can look. <i>Immutable.</i>
 *
 * @param user ordinal of the user, 0 or more
 * @param context time and device of the request
 */
public record Question(int user, Context context) {

  /** Checks the ordinal. */
  public Question {
    if (user < 0) {
      throw new IllegalArgumentException("user must be 0 or more, was " + user);
    }
  }

  /** Seconds since 1970 of the request: only what happened strictly before it may be used. */
  public long epochSecond() {
    return context.epochSecond();
  }
}
