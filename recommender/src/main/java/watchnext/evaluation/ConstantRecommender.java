package watchnext.evaluation;

import java.util.function.Function;
import watchnext.task.RankedList;

/**
 * The same score for every video that may be recommended: a model that has learned nothing. An
 * honest evaluator gives it what it gives the random one. Since all videos share the k-th score, it
 * answers them all (see {@link Recommender}). <i>Confined: one question at a time, as the supplier
 * of the videos allows.</i>
 */
public final class ConstantRecommender implements Recommender {

  private final Function<Question, int[]> eligible;

  /**
   * A constant recommender.
   *
   * @param eligible the videos that may be recommended in answer to a question, each once
   */
  public ConstantRecommender(Function<Question, int[]> eligible) {
    this.eligible = eligible;
  }

  @Override
  public RankedList recommend(Question question, int k) {
    int[] videos = eligible.apply(question).clone();
    return new RankedList(videos, new float[videos.length]);
  }
}
