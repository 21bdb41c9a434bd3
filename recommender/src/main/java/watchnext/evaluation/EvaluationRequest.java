package watchnext.evaluation;

import java.util.Arrays;
import watchnext.catalog.Context;

/**
 * One question of an evaluation together with its answer key: the videos that the user went on to
 * watch well. Made by {@link EvaluationProtocol}. <i>Immutable.</i>
 *
 * @param question who asks and when; all that a recommender sees
 * @param relevant ordinals of the relevant videos, ascending, at least one, each once
 * @param newUser whether the user arrived after the cut, so that no model was trained on them
 */
public record EvaluationRequest(Question question, int[] relevant, boolean newUser) {

  /** Takes a sorted copy of the answer key and checks it. */
  public EvaluationRequest {
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

  /** Ordinal of the user who asks. */
  public int user() {
    return question.user();
  }

  /** Time and device of the request. */
  public Context context() {
    return question.context();
  }

  /** Seconds since 1970 of the request. */
  public long epochSecond() {
    return question.epochSecond();
  }
}
