package watchnext.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;

/**
 * A graph of hnswlib-core that loses no vector, however alike they are. The library keeps the links
 * of a full node that point in different directions, so that among near-identical vectors some end
 * without any link to them; and equal ones fill the beam of a search, which then goes no further.
 * So a vector equal to one that is there does not enter the library's graph. Besides, each vector
 * is tied to the nearest one found before it. These ties are never dropped and make one tree of all
 * vectors; a search follows them, both ways, from what the library found, as long as scores are
 * among the {@code k} best.
 *
 * <p>Cost: an addition searches once before it inserts; a search computes about two inner products
 * more for each of the {@code k} best, and one for each vector that is equal to them. Memory: 16
 * bytes a vector of room, beside the library's.
 *
 * <p><i>Thread-safe: one writer, any number of searches beside it, which see an addition that
 * returned before they began.</i>
 */
final class LiveGraph implements VectorIndex {

  private static final int ROOT = 0;

  /** From this cosine on two unit vectors are equal as far as sums of floats can tell. */
  private static final float EQUAL = 1 - 5e-7f;

  private final HnswIndex library;
  private final Matrix rows;
  private final int[] ofLibrary;
  private final int[] before;
  // The root is nobody's child: 0 ends a list.
  private final AtomicIntegerArray firstChild;
  private final AtomicIntegerArray nextSibling;
  private final AtomicInteger size = new AtomicInteger();

  /**
   * An empty graph.
   *
   * @param rows room for the vectors; the row of an ordinal is written before it is added
   */
  LiveGraph(Matrix rows, HnswConfig config) {
    this.library = HnswIndex.empty(rows.columns(), rows.rows(), config);
    this.rows = rows;
    this.ofLibrary = new int[rows.rows()];
    this.before = new int[rows.rows()];
    this.firstChild = new AtomicIntegerArray(rows.rows());
    this.nextSibling = new AtomicIntegerArray(rows.rows());
  }

  /** Adds the next row; its ordinal is the number of vectors before. */
  int add() {
    int ordinal = size();
    float[] vector = rows.row(ordinal);
    if (ordinal == ROOT || tie(ordinal, search(vector, 1)) < EQUAL) {
      ofLibrary[library.size()] = ordinal;
      library.add(vector);
    }
    size.set(ordinal + 1);
    return ordinal;
  }

  /** Ties {@code ordinal} to the nearest vector; answers their inner product. */
  private float tie(int ordinal, Neighbours nearest) {
    int parent = nearest.ordinals()[0];
    before[ordinal] = parent;
    nextSibling.set(ordinal, firstChild.get(parent));
    firstChild.set(parent, ordinal);
    return nearest.scores()[0];
  }

  @Override
  public int size() {
    return size.get();
  }

  @Override
  public int dimension() {
    return library.dimension();
  }

  int capacity() {
    return library.capacity();
  }

  @Override
  public Neighbours search(float[] query, int k) {
    Neighbours found = library.search(query, k);
    Walk walk = new Walk(query, Math.min(k, Math.max(1, size())));
    for (int i = 0; i < found.size(); i++) {
      walk.meet(ofLibrary[found.ordinals()[i]], found.scores()[i]);
    }
    walk.follow();
    return Neighbours.drain(walk.best);
  }

  /** Share of vectors that the ties lead to from the first one. */
  double reachable() {
    BitSet met = new BitSet(size());
    for (int ordinal = 0; ordinal < size(); ordinal++) {
      met.set(ordinal, ordinal == ROOT || (met.get(before[ordinal]) && isChild(ordinal)));
    }
    return size() == 0 ? 1 : (double) met.cardinality() / size();
  }

  private boolean isChild(int ordinal) {
    int child = firstChild.get(before[ordinal]);
    while (child != ROOT && child != ordinal) {
      child = nextSibling.get(child);
    }
    return child == ordinal;
  }

  /** The ties followed by one search. */
  private final class Walk {
    private final float[] query;
    private final TopK best;
    private final BitSet met = new BitSet(size());
    private int[] open = new int[64];
    private int count;

    Walk(float[] query, int k) {
      this.query = query;
      this.best = new TopK(k);
    }

    void follow() {
      while (count > 0) {
        int node = open[--count];
        meet(before[node]);
        for (int child = firstChild.get(node); child != ROOT; child = nextSibling.get(child)) {
          meet(child);
        }
      }
    }

    private void meet(int node) {
      if (!met.get(node)) {
        meet(node, Kernels.BEST.dot(query, 0, rows.data(), rows.offset(node), dimension()));
      }
    }

    /** Equal scores are followed too: which of them are kept is settled by their ordinals. */
    private void meet(int node, float score) {
      met.set(node);
      if (score >= best.threshold()) {
        best.offer(node, score);
        if (count == open.length) {
          open = Arrays.copyOf(open, 2 * count);
        }
        open[count++] = node;
      }
    }
  }
}
