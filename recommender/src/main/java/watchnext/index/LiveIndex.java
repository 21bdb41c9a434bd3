package watchnext.index;

import java.util.function.IntPredicate;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.math.UnitVectors;
import watchnext.require.Require;

/**
 * An index that stands still and a small live one for the videos that came since it was built; the
 * next rebuild takes them over and the live one begins again, empty.
 *
 * <p>Ordinals go on where the still index ends: the first vector added has ordinal {@code
 * still.size()}. A search asks both and merges. While the live part is small it is scanned, which
 * finds all there is; beyond {@code mostScanned} vectors its graph is searched.
 *
 * <p>Cost: an addition is an insertion into a graph of hnswlib-core; a search is one of the still
 * index and, for each of the vectors added, an inner product, up to {@code mostScanned} of them.
 * Memory: the room is taken at once, 4 (d + 4) bytes a vector, and some 625 more for one that has
 * come.
 *
 * <p><i>Thread-safe: any number of searches beside additions; an addition is seen by searches that
 * begin after it returned.</i>
 */
public final class LiveIndex implements VectorIndex {

  /** Up to here a scan takes no longer than a search of the graph with the usual effort. */
  public static final int MOST_SCANNED = 10_000;

  private static final int BLOCK = 64;

  private final VectorIndex still;
  private final LiveGraph added;
  private final Matrix rows;
  private final int mostScanned;

  /**
   * An index over {@code still} with nothing added.
   *
   * @param still searched first; nothing is added to it
   * @param capacity most vectors that can be added until the next rebuild
   * @param config of the live graph
   */
  public LiveIndex(VectorIndex still, int capacity, HnswConfig config) {
    this(still, capacity, config, MOST_SCANNED);
  }

  /**
   * The same with another bound to scanning.
   *
   * @param mostScanned a live part of more vectors is searched over its graph; 0: always
   */
  public LiveIndex(VectorIndex still, int capacity, HnswConfig config, int mostScanned) {
    Require.atLeast("capacity", capacity, 1);
    this.still = still;
    this.rows = new Matrix(capacity, still.dimension());
    this.added = new LiveGraph(rows, config);
    this.mostScanned = mostScanned;
  }

  /**
   * Adds a vector of any positive length.
   *
   * @return its ordinal
   * @throws IllegalArgumentException when the vector is refused
   * @throws IllegalStateException when as many were added as there is room for
   */
  public synchronized int add(float[] vector) {
    int place = added.size();
    float[] unit = UnitVectors.normalised(vector, still.size() + place, dimension());
    requireRoom();
    // Before the graph counts it: whoever sees the new size sees the row.
    System.arraycopy(unit, 0, rows.data(), rows.offset(place), dimension());
    return still.size() + added.add();
  }

  /**
   * Checks that one more can be added.
   *
   * @throws IllegalStateException when as many were added as there is room for
   */
  public void requireRoom() {
    if (added.size() >= added.capacity()) {
      throw new IllegalStateException(
          "there is room for " + added.capacity() + " vectors until the next rebuild");
    }
  }

  /** How many were added. */
  public int addedCount() {
    return added.size();
  }

  /**
   * Share of what was added that a search can meet: all while it is scanned, otherwise what the
   * ties of its graph lead to.
   */
  double reachable() {
    return added.size() <= mostScanned ? 1 : added.reachable();
  }

  /** The vector of an ordinal that was added, as it is searched: a copy, of length one. */
  public float[] vector(int ordinal) {
    Require.that(
        ordinal >= still.size() && ordinal < size(),
        "an added ordinal must be in [%s, %s), was %s",
        still.size(),
        size(),
        ordinal);
    return rows.row(ordinal - still.size());
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
    return merged(still.search(query, k), query, k, added.size(), Searches.ALL);
  }

  @Override
  public Neighbours search(float[] query, int k, IntPredicate eligible) {
    return merged(still.search(query, k, eligible), query, k, added.size(), eligible);
  }

  /** The index as it stands now: what is added later is not in it. */
  public VectorIndex asItStands() {
    return new SoFar(this, added.size());
  }

  /** The first {@code count} of what was added, and all that stands still. */
  private record SoFar(LiveIndex index, int count) implements VectorIndex {

    @Override
    public int size() {
      return index.still.size() + count;
    }

    @Override
    public int dimension() {
      return index.dimension();
    }

    @Override
    public Neighbours search(float[] query, int k) {
      return index.merged(index.still.search(query, k), query, k, count, Searches.ALL);
    }

    @Override
    public Neighbours search(float[] query, int k, IntPredicate eligible) {
      return index.merged(index.still.search(query, k, eligible), query, k, count, eligible);
    }
  }

  /** {@code old} and the best of the first {@code count} that were added. */
  private Neighbours merged(
      Neighbours old, float[] query, int k, int count, IntPredicate eligible) {
    if (count == 0) {
      return old;
    }
    TopK best = new TopK((int) Math.min(k, (long) old.size() + count));
    for (int i = 0; i < old.size(); i++) {
      best.offer(old.ordinals()[i], old.scores()[i]);
    }
    if (count <= mostScanned) {
      scan(query, count, eligible, best);
    } else {
      walk(query, k, count, eligible, best);
    }
    return Neighbours.drain(best);
  }

  private void scan(float[] query, int count, IntPredicate eligible, TopK best) {
    float[] scores = new float[BLOCK];
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      Kernels.BEST.dotRange(query, rows.data(), rows.offset(first), dimension(), size, scores);
      for (int i = 0; i < size; i++) {
        int ordinal = still.size() + first + i;
        if (scores[i] > best.threshold() && eligible.test(ordinal)) {
          best.offer(ordinal, scores[i]);
        }
      }
    }
  }

  private void walk(float[] query, int k, int count, IntPredicate eligible, TopK best) {
    int first = still.size();
    // While this searches, more may be added: those do not count.
    boolean isAll = eligible == Searches.ALL && count == added.size();
    Neighbours fresh =
        isAll
            ? added.search(query, k)
            : added.search(query, k, place -> place < count && eligible.test(first + place));
    for (int i = 0; i < fresh.size(); i++) {
      if (fresh.ordinals()[i] < count) {
        best.offer(first + fresh.ordinals()[i], fresh.scores()[i]);
      }
    }
  }
}
