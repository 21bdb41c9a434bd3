package watchnext.evaluation;

import java.util.Arrays;
import watchnext.catalog.Context;
import watchnext.require.Require;

/**
 * One request of an evaluation with its answer key: the videos that the user went on to watch well.
 * Made by {@link EvaluationProtocol}. <i>Immutable.</i>
 *
 * @param user ordinal of the user, 0 or more
 * @param context time and device of the request
 * @param relevant ordinals of the relevant videos, ascending, at least one, each once
 * @param newUser whether the user arrived after the cut, so that no model was trained on them
 */
public record EvaluationRequest(int user, Context context, int[] relevant, boolean newUser) {

  /** Takes a sorted copy of the answer key and checks it. */
  public EvaluationRequest {
    Require.that(user >= 0, "user must be 0 or more, was %s", user);
    Require.that(relevant.length != 0, "relevant must hold at least one video, was empty");
    relevant = relevant.clone();
    Arrays.sort(relevant);
    for (int i = 0; i < relevant.length; i++) {
      Require.that(
          !(relevant[i] < 0 || (i > 0 && relevant[i] == relevant[i - 1])),
          "relevant must hold ordinals of 0 or more, each once, was %s",
          Arrays.toString(relevant));
    }
  }

  /** Seconds since 1970 of the request. */
  public long epochSecond() {
    return context.epochSecond();
  }
}
