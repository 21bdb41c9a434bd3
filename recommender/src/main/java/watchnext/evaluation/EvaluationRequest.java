package watchnext.evaluation;

import java.util.Arrays;
import watchnext.catalog.Context;

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
    if (user < 0) {
      throw new IllegalArgumentException("user must be 0 or more, was " + user);
    }
    if (relevant.length == 0) {
      throw new IllegalArgumentException("relevant must hold at least one video, was empty");
    }
    relevant = relevant.clone();
    Arrays.sort(relevant);
    for (int i = 0; i < relevant.length; i++) {
      if (relevant[i] < 0 || (i > 0 && relevant[i] == relevant[i - 1])) {
        throw new IllegalArgumentException(
            "relevant must hold ordinals of 0 or more, each once, was "
                + Arrays.toString(relevant));
      }
    }
  }

  /** Seconds since 1970 of the request. */
  public long epochSecond() {
    return context.epochSecond();
  }
}
