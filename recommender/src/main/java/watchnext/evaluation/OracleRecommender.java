package watchnext.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import watchnext.task.RankedList;

/**
 * Answers from the answer key: the best that any recommender could reach, nDCG = 1. It is given the
 * evaluation set when it is made, since a {@link Question} holds no answers. <i>Immutable.</i>
 */
public final class OracleRecommender implements Recommender {

  private final Map<Question, int[]> answers = new HashMap<>();

  /** An oracle for the questions of a set; where two are equal, the later key counts. */
  public OracleRecommender(EvaluationSet set) {
    for (EvaluationRequest request : set.requests()) {
      answers.put(request.question(), request.relevant());
    }
  }

  @Override
  public RankedList recommend(Question question, int k) {
    int[] relevant = answers.getOrDefault(question, new int[0]);
    int[] videos = Arrays.copyOf(relevant, Math.min(k, relevant.length));
    float[] scores = new float[videos.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores.length - i;
    }
    return new RankedList(videos, scores);
  }
}
