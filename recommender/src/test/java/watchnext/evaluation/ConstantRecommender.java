package watchnext.evaluation;

import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * The same score for every video that may be recommended: a model that has learned nothing. An
 * honest evaluator gives it what it gives the random one. Since all videos share the k-th score, it
 * answers them all (see {@link Recommender}). <i>Confined: one request at a time.</i>
 */
public final class ConstantRecommender implements Recommender {

  /** A constant recommender. */
  public ConstantRecommender() {}

  @Override
  public RankedList recommend(Asked asked, int k) {
    int[] videos = asked.eligible();
    return new RankedList(videos, new float[videos.length]);
  }
}
