package watchnext.evaluation;

import java.util.SplittableRandom;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * A random choice among what may be recommended: the row that anything must beat. Its expected
 * recall@k is k / N of the N videos that may be recommended. The same question gets the same
 * answer. <i>Confined: one request at a time.</i>
 */
public final class RandomRecommender implements Recommender {

  private final long seed;

  /**
   * A random recommender.
   *
   * @param seed another seed gives other lists
   */
  public RandomRecommender(long seed) {
    this.seed = seed;
  }

  @Override
  public RankedList recommend(Asked asked, int k) {
    int[] pool = asked.eligible();
    SplittableRandom random =
        new SplittableRandom(TieBreak.salt(seed, asked.user(), asked.epochSecond()));
    int n = Math.min(k, pool.length);
    int[] videos = new int[n];
    float[] scores = new float[n];
    for (int i = 0; i < n; i++) {
      int drawn = i + random.nextInt(pool.length - i);
      videos[i] = pool[drawn];
      pool[drawn] = pool[i];
      scores[i] = n - i;
    }
    return new RankedList(videos, scores);
  }
}
