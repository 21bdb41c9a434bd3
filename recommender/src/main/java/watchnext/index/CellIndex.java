package watchnext.index;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * An inverted file: vectors divided into cells around centroids, of which a search scans the
 * nearest. It reads memory in long runs, where a graph jumps; it is the faster of the two when
 * recall must be high or k is large, and it is built in a tenth of the time.
 *
 * <p>Cells and centroids are compared as bytes first, the best again as floats, so that scores are
 * exact. With the centroids scanned at the speed of bytes (some microseconds for thousands), a
 * graph over them would gain nothing.
 *
 * <p>Cost: centroids + {@link #VECTORS_PER_EF} × ef byte products and about k float products a
 * search; nothing is allocated but the answer. Memory: see {@link Cells}; of it, a search reads the
 * bytes: d + 4 per vector. References: [sivic2003], [jegou2011].
 *
 * <p><i>Immutable.</i>
 */
public final class CellIndex implements FrozenIndex {

  /** Vectors scanned for one unit of {@code ef}, which makes efforts alike to those of a graph. */
  public static final int VECTORS_PER_EF = 50;

  private final Cells cells;
  private final CellConfig config;
  private final ScratchPool<CellSearch> searches;

  CellIndex(Cells cells, CellConfig config) {
    this.cells = cells;
    this.config = config;
    this.searches = new ScratchPool<>(() -> new CellSearch(cells));
  }

  /**
   * Divides the vectors; row r becomes ordinal r.
   *
   * @throws IllegalArgumentException when a row is not of length one or there are fewer rows than
   *     cells
   */
  public static CellIndex build(
      Matrix vectors, CellConfig config, BuildListener listener, RandomGenerator random) {
    UnitVectors.require(vectors);
    Require.that(
        vectors.rows() >= config.cells(),
        "there must be at least as many vectors as cells, %s, were %s",
        config.cells(),
        vectors.rows());
    return new CellIndex(
        Cells.of(vectors, SphericalKMeans.divide(vectors, config, listener, random)), config);
  }

  /** An index from what {@link #toTensors} gave; everything is checked. */
  public static CellIndex fromTensors(Tensors tensors) {
    return CellTensors.read(tensors);
  }

  @Override
  public Tensors toTensors() {
    return CellTensors.write(cells, config);
  }

  /** The arrays, for those who check them. */
  Cells cells() {
    return cells;
  }

  /** The settings it was built with. */
  public CellConfig config() {
    return config;
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public int dimension() {
    return cells.dimension();
  }

  /**
   * Bytes that the index takes by formula: 5d + 4 a vector for floats, codes and ordinal; for each
   * cell 5d for its centroid and, on average, half a block of 32 codes.
   */
  public static double expectedBytes(int vectors, int dimension, CellConfig config) {
    return vectors * (5.0 * dimension + 4)
        + config.cells() * (5.0 * dimension + 16.0 * dimension + 8);
  }

  @Override
  public long bytes() {
    return 4L * (cells.ordinals().length + cells.vectors().length)
        + 4L * (cells.starts().length + cells.firstSlot().length)
        + 4L * cells.centroids().data().length
        + cells.codes().length
        + cells.centroidCodes().length;
  }

  @Override
  public int ef() {
    return config.ef();
  }

  /**
   * Searches with an effort of its own, among the ordinals that a filter lets through; the rarer
   * they are the more is read, up to everything, when the answer is exact but for the rounding of
   * the bytes.
   *
   * @param ef cells are scanned until they hold {@link #VECTORS_PER_EF} × ef vectors
   */
  @Override
  public Neighbours search(float[] query, int k, int ef, IntPredicate eligible) {
    double length = Searches.check(query, k, ef, dimension());
    double target = (double) VECTORS_PER_EF * ef;
    if (eligible != Searches.ALL) {
      target /= Searches.share(eligible, size());
    }
    return search(query, length, k, (long) target, eligible);
  }

  private Neighbours search(
      float[] query, double length, int k, long target, IntPredicate eligible) {
    CellSearch search = searches.take();
    try {
      return search.search(query, length, k, target, eligible);
    } finally {
      searches.give(search);
    }
  }
}
