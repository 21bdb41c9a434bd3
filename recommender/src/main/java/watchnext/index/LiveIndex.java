package watchnext.index;

import java.util.function.IntPredicate;
import watchnext.math.TopK;

/**
 * An index that stands still and a small live one for the videos that came since it was built; the
 * next rebuild takes them over and the live one begins again, empty.
 *
 * <p>Ordinals go on where the still index ends: the first vector added has ordinal {@code
 * still.size()}. A search asks both and merges; the live part costs little as long as it is small.
 *
 * <p><i>Thread-safe: any number of searches beside additions; an addition is seen by searches that
 * begin after it returned.</i>
 */
public final class LiveIndex implements VectorIndex {

  private final VectorIndex still;
  private final HnswIndex added;

  /**
   * An index over {@code still} with nothing added.
   *
   * @param still searched first; nothing is added to it
   * @param capacity most vectors that can be added until the next rebuild
   * @param config of the live graph
   */
  public LiveIndex(VectorIndex still, int capacity, HnswConfig config) {
    this.still = still;
    this.added = HnswIndex.empty(still.dimension(), capacity, config);
  }

  /**
   * Adds a vector of any positive length.
   *
   * @return its ordinal
   * @throws IllegalArgumentException when the vector is refused
   * @throws IllegalStateException when as many were added as there is room for
   */
  public int add(float[] vector) {
    return still.size() + added.add(vector);
  }

  /** How many were added. */
  public int addedCount() {
    return added.size();
  }

  @Override
  public int size() {
    return still.size() + added.size();
  }

  @Override
  public int dimension() {
    return still.dimension();
  }

  @Override
  public Neighbours search(float[] query, int k) {
    Neighbours old = still.search(query, k);
    return added.size() == 0 ? old : merged(old, added.search(query, k), k);
  }

  @Override
  public Neighbours search(float[] query, int k, IntPredicate eligible) {
    Neighbours old = still.search(query, k, eligible);
    if (added.size() == 0) {
      return old;
    }
    int first = still.size();
    return merged(old, added.search(query, k, ordinal -> eligible.test(first + ordinal)), k);
  }

  private Neighbours merged(Neighbours old, Neighbours fresh, int k) {
    TopK best = new TopK(Math.min(k, old.size() + fresh.size()));
    for (int i = 0; i < old.size(); i++) {
      best.offer(old.ordinals()[i], old.scores()[i]);
    }
    for (int i = 0; i < fresh.size(); i++) {
      best.offer(still.size() + fresh.ordinals()[i], fresh.scores()[i]);
    }
    return Neighbours.drain(best);
  }
}
