package watchnext.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import watchnext.catalog.Context;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Answers from the answer key: the best that any recommender could reach, nDCG = 1. It is given the
 * evaluation set when it is made, since an {@link Asked} holds no answers. <i>Immutable.</i>
 */
public final class OracleRecommender implements Recommender {

  private record Key(int user, Context context) {}

  private final Map<Key, int[]> answers = new HashMap<>();

  /** An oracle for the requests of a set; where two are equal, the later key counts. */
  public OracleRecommender(EvaluationSet set) {
    for (EvaluationRequest request : set.requests()) {
      answers.put(new Key(request.user(), request.context()), request.relevant());
    }
  }

  @Override
  public RankedList recommend(Asked asked, int k) {
    int[] relevant = answers.getOrDefault(new Key(asked.user(), asked.context()), new int[0]);
    int[] videos = Arrays.copyOf(relevant, Math.min(k, relevant.length));
    float[] scores = new float[videos.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores.length - i;
    }
    return new RankedList(videos, scores);
  }
}
