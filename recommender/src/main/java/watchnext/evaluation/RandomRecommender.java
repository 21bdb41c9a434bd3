package watchnext.evaluation;

import java.util.SplittableRandom;
import java.util.function.Function;
import watchnext.task.RankedList;

/**
 * A random choice among what may be recommended: the row that anything must beat. Its expected
 * recall@k is k / N of the N videos that may be recommended. The same question gets the same
 * answer. <i>Confined: one question at a time, as the supplier of the videos allows.</i>
 */
public final class RandomRecommender implements Recommender {

  private final Function<Question, int[]> eligible;
  private final long seed;

  /**
   * A random recommender.
   *
   * @param eligible the videos that may be recommended in answer to a question, each once
   * @param seed another seed gives other lists
   */
  public RandomRecommender(Function<Question, int[]> eligible, long seed) {
    this.eligible = eligible;
    this.seed = seed;
  }

  @Override
  public RankedList recommend(Question question, int k) {
    int[] pool = eligible.apply(question).clone();
    SplittableRandom random = new SplittableRandom(TieBreak.salt(seed, question));
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
