package watchnext.retrieval;

import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.math.Kernels;
import watchnext.require.Require;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Candidates by embedding: the user's vector asks an index of video vectors for its nearest
 * neighbours. Whether the index is exact or a graph is the index's business.
 *
 * <p>Eligibility is handed to the index, which tests while it searches as far as it can.
 * <i>Immutable.</i>
 */
public final class TwoTowerSource implements Retriever {

  private final UserVectors users;
  private final VectorIndex index;

  /**
   * A source over {@code index}, whose ordinals are the catalogue's.
   *
   * @throws IllegalArgumentException when the dimensions differ
   */
  public TwoTowerSource(UserVectors users, VectorIndex index) {
    Require.that(
        users.dimension() == index.dimension(),
        "user and video vectors must have one dimension, were %s and %s",
        users.dimension(),
        index.dimension());
    this.users = users;
    this.index = index;
  }

  @Override
  public String name() {
    return "two-tower";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    float[] query = asked.once(users);
    if (pointsNowhere(query)) {
      return Retrieved.NOTHING;
    }
    Neighbours found = index.search(query, k, asked.eligibility());
    return Retrieved.certain(new RankedList(found.ordinals(), found.scores()));
  }

  /** Whether nothing known of a user points anywhere. */
  static boolean pointsNowhere(float[] user) {
    return Kernels.BEST.dot(user, 0, user, 0, user.length) == 0;
  }
}
