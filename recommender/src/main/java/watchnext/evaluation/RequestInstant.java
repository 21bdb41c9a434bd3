package watchnext.evaluation;

import watchnext.catalog.Context;

/**
 * Who asks, and when: what serving knows of a request, and what a training request of the rankers
 * begins with. The evaluation keeps those that have an answer key ({@link EvaluationRequest}).
 * <i>Immutable.</i>
 *
 * @param user ordinal of the user
 * @param context time and device
 */
public record RequestInstant(int user, Context context) {

  /** Seconds since 1970 of the request. */
  public long epochSecond() {
    return context.epochSecond();
  }
}
