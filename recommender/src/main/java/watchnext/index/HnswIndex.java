package watchnext.index;

import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.math.UnitVectors;

/**
 * A hierarchical navigable small-world graph in the library hnswlib-core: vectors can be added
 * while others search. Between two rebuilds it holds the videos that came since; the serving copy
 * of a whole catalogue is better searched in a frozen copy.
 *
 * <p>The distance is minus the inner product of unit vectors, on our own kernels. The library draws
 * the layer of a vector from a source that cannot be seeded, so that two builds differ.
 *
 * <p>Cost: a search computes some tens × {@code ef} inner products, each with several cache misses,
 * since every vector and every list of links is an object of its own. Memory: about 625 bytes per
 * vector at dimension 64 and m = 16. Reference: [malkov2018].
 *
 * <p><i>Thread-safe: any number of searches beside additions; an addition is seen by searches that
 * begin after it returned.</i>
 */
public final class HnswIndex implements VectorIndex {

  /** A vector with its ordinal, in the library's form. */
  record Entry(int ordinal, float[] vector) implements Item<Integer, float[]> {
    @Override
    public Integer id() {
      return ordinal;
    }

    @Override
    public int dimensions() {
      return vector.length;
    }
  }

  private final com.github.jelmerk.hnswlib.core.hnsw.HnswIndex<Integer, float[], Entry, Float>
      graph;
  private final HnswConfig config;
  private final AtomicInteger nextOrdinal;

  private HnswIndex(int dimension, int capacity, HnswConfig config) {
    this.config = config;
    this.nextOrdinal = new AtomicInteger();
    // The library searches with max(its own ef, k); with 1 there, k alone is the beam.
    this.graph =
        com.github.jelmerk.hnswlib.core.hnsw.HnswIndex.newBuilder(
                dimension, HnswIndex::distance, Math.max(1, capacity))
            .withM(config.m())
            .withEfConstruction(config.efConstruction())
            .withEf(1)
            .build();
  }

  /** An empty index with room for {@code capacity} vectors. */
  public static HnswIndex empty(int dimension, int capacity, HnswConfig config) {
    return new HnswIndex(dimension, capacity, config);
  }

  /**
   * Builds an index; row r becomes ordinal r. The vectors are copied.
   *
   * @param spare how many vectors can be added later
   * @throws IllegalArgumentException when a row is not of length one
   */
  public static HnswIndex build(
      Matrix vectors, int spare, HnswConfig config, BuildListener listener) {
    UnitVectors.require(vectors);
    int size = vectors.rows();
    HnswIndex index = new HnswIndex(vectors.columns(), Math.addExact(size, spare), config);
    List<Entry> entries = new ArrayList<>(size);
    for (int r = 0; r < size; r++) {
      entries.add(new Entry(r, vectors.row(r)));
    }
    try {
      int everyHundredth = Math.max(1, size / 100);
      index.graph.addAll(entries, config.threads(), listener::progress, everyHundredth);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the build of the index was interrupted", e);
    }
    index.nextOrdinal.set(size);
    return index;
  }

  /**
   * The library's graph again from a frozen one, to go on adding to it, or to compare the two.
   *
   * @param spare how many vectors can be added
   */
  public static HnswIndex thaw(FrozenHnswIndex frozen, int spare) {
    int size = frozen.size();
    HnswIndex index =
        new HnswIndex(frozen.dimension(), Math.addExact(size, spare), frozen.config());
    if (size > 0) {
      HnswlibGraph.write(frozen.graph(), index.graph);
    }
    index.nextOrdinal.set(size);
    return index;
  }

  private static Float distance(float[] a, float[] b) {
    return -Kernels.BEST.dot(a, 0, b, 0, a.length);
  }

  /** The settings it was built with. */
  public HnswConfig config() {
    return config;
  }

  /** How many vectors fit in all. */
  public int capacity() {
    return graph.getMaxItemCount();
  }

  @Override
  public int size() {
    return nextOrdinal.get();
  }

  @Override
  public int dimension() {
    return graph.getDimensions();
  }

  /**
   * Adds a vector of any positive length, scaled to one.
   *
   * @return its ordinal: the number of vectors added before
   * @throws IllegalArgumentException when the vector is refused
   * @throws IllegalStateException when the index is full
   */
  public synchronized int add(float[] vector) {
    int ordinal = nextOrdinal.get();
    float[] unit = UnitVectors.normalised(vector, ordinal, dimension());
    if (ordinal >= capacity()) {
      throw new IllegalStateException("the index has room for " + capacity() + " vectors");
    }
    graph.add(new Entry(ordinal, unit));
    nextOrdinal.set(ordinal + 1);
    return ordinal;
  }

  @Override
  public Neighbours search(float[] query, int k) {
    return search(query, k, config.ef());
  }

  /**
   * Searches with a beam of its own.
   *
   * @param ef width of the beam, at least 1; {@code k} is taken when that is more
   */
  public Neighbours search(float[] query, int k, int ef) {
    Searches.check(query, k, ef, dimension());
    int beam = Math.min(Math.max(k, ef), Math.max(1, size()));
    TopK best = new TopK(Math.min(k, beam));
    for (SearchResult<Entry, Float> result : graph.findNearest(query, beam)) {
      best.offer(result.item().ordinal(), -result.distance());
    }
    return Neighbours.drain(best);
  }

  /** The library's own index, to read the graph from. */
  com.github.jelmerk.hnswlib.core.hnsw.HnswIndex<Integer, float[], Entry, Float> library() {
    return graph;
  }
}
