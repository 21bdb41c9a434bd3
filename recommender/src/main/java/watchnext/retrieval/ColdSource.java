package watchnext.retrieval;

import java.util.function.IntPredicate;
import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.task.RankedList;

/**
 * Candidates among the videos that training never met, in a list of their own: the nearest to the
 * user by what they are about, whether uploaded yesterday or overlooked for years.
 *
 * <p>They need a list of their own. A video that nobody had watched was only ever a negative in
 * training, which has pushed all of them away from everybody; in one list with the others they come
 * last. Among themselves the order is good, since they were all pushed alike.
 *
 * <p>Cost: one search of the index with a filter. <i>Immutable.</i>
 */
public final class ColdSource implements Retriever {

  private final UserVectors users;
  private final VectorIndex index;
  private final IntPredicate cold;

  /**
   * A source over the part of {@code index} that training never met.
   *
   * @param met whether training met a video, by ordinal
   */
  public ColdSource(UserVectors users, VectorIndex index, IntPredicate met) {
    this.users = users;
    this.index = index;
    this.cold = met.negate();
  }

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public RankedList retrieve(RetrievalRequest request, int k) {
    float[] query = users.vector(request);
    if (TwoTowerSource.pointsNowhere(query)) {
      return RankedList.EMPTY;
    }
    Neighbours found = index.search(query, k, cold.and(request.eligibility()));
    return new RankedList(found.ordinals(), found.scores());
  }
}
