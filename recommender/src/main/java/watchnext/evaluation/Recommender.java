package watchnext.evaluation;

import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Anything that answers a request with a list: a reference, a retriever, a ranker behind a
 * retriever, the whole funnel. The evaluation knows no more of it than this.
 *
 * <p>Equal scores are put in a random order by the {@link Evaluator}, so a list must not be cut in
 * the middle of a tie by something that correlates with relevance (the order of the catalogue often
 * does): a recommender whose k-th score is shared either answers all videos that share it, though
 * they be more than {@code k}, or breaks the tie at random itself. A list shorter than {@code k} is
 * judged as if its missing places held irrelevant videos.
 *
 * <p><i>Confined: the evaluator asks one request at a time.</i>
 */
@FunctionalInterface
public interface Recommender {

  /**
   * The best videos for a request, best first.
   *
   * @param asked who asks and when, with what was known strictly before; the answer key is not in
   *     it, so that no recommender can look
   * @param k how many videos are wanted
   */
  RankedList recommend(Asked asked, int k);
}
