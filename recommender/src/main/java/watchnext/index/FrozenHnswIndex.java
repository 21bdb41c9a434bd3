package watchnext.index;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.tensor.Tensors;

/**
 * A navigable small-world graph in flat arrays, read-only, searched with a beam. Its answers are
 * those of the {@link HnswIndex} it was frozen from, several times faster: no pointer chasing.
 * Vectors cannot be added.
 *
 * <p>Filters: the beam is made wider by the share of vectors that a sample finds eligible, and
 * wider again while too few come back; when a scan of the eligible is cheaper than the beam, it is
 * taken instead and the answer is exact.
 *
 * <p>Cost: about 20 to 30 inner products per entry of the beam; nothing is allocated but the
 * answer. Memory: as {@link FrozenGraph} says; a search holds one bit per vector and 8 bytes per
 * entry of the beam. Reference: [malkov2018].
 *
 * <p><i>Immutable.</i>
 */
public final class FrozenHnswIndex implements FrozenIndex {

  /** What an entry of the beam costs, in inner products. */
  private static final double BEAM_COST = 25;

  /** What a test of the filter costs, in inner products. */
  private static final double TEST_COST = 0.25;

  /** Below this share of eligible vectors a scan tests the filter first, above it the score. */
  private static final double RARE = 0.25;

  private static final int BATCH = 64;

  private final FrozenGraph graph;
  private final HnswConfig config;
  private final ScratchPool<BeamSearch> searches;

  FrozenHnswIndex(FrozenGraph graph, HnswConfig config) {
    this.graph = graph;
    this.config = config;
    this.searches = new ScratchPool<>(() -> new BeamSearch(graph));
  }

  /**
   * Copies the graph of {@code index}, to which nothing may be added meanwhile.
   *
   * @throws IllegalStateException when hnswlib-core is not the version whose graph can be read
   */
  public static FrozenHnswIndex freeze(HnswIndex index) {
    return new FrozenHnswIndex(HnswlibGraph.read(index), index.config());
  }

  /**
   * Builds the graph straight into flat arrays, in a fraction of the library's time.
   *
   * @param random draws the levels; the same seed gives the same index, whatever the threads
   * @throws IllegalArgumentException when a row is not of length one
   */
  public static FrozenHnswIndex build(
      Matrix vectors, HnswConfig config, BuildListener listener, RandomGenerator random) {
    return new FrozenHnswIndex(FrozenHnswBuilder.build(vectors, config, listener, random), config);
  }

  /** An index from what {@link #toTensors} gave; everything is checked. */
  public static FrozenHnswIndex fromTensors(Tensors tensors) {
    return FrozenHnswTensors.read(tensors);
  }

  @Override
  public Tensors toTensors() {
    return FrozenHnswTensors.write(graph, config);
  }

  /** The settings it was built with. */
  public HnswConfig config() {
    return config;
  }

  /** The arrays, for those who check and save them. */
  FrozenGraph graph() {
    return graph;
  }

  @Override
  public int size() {
    return graph.size();
  }

  @Override
  public int dimension() {
    return graph.dimension();
  }

  /**
   * Bytes that the index takes by formula: 4 (d + 2m + 1) a vector for the vector, its links and
   * its ordinal, 4m / (m − 1) for its share of the upper layers.
   */
  public static double expectedBytes(int vectors, int dimension, HnswConfig config) {
    double m = config.m();
    return vectors * (4 * (dimension + 2 * m + 1) + 4 * m / (m - 1));
  }

  @Override
  public long bytes() {
    long ints = (long) graph.ordinals().length + graph.links().length;
    for (int[] layer : graph.upper()) {
      ints += layer.length;
    }
    ints += graph.copies().length;
    return 4 * (ints + graph.vectors().length);
  }

  @Override
  public int ef() {
    return config.ef();
  }

  /**
   * Searches with a beam of its own.
   *
   * @param ef width of the beam, at least 1; {@code k} is taken when that is more
   */
  @Override
  public Neighbours search(float[] query, int k, int ef, IntPredicate eligible) {
    return eligible == Searches.ALL ? nearest(query, k, ef) : filtered(query, k, ef, eligible);
  }

  private Neighbours nearest(float[] query, int k, int ef) {
    double length = Searches.check(query, k, ef, dimension());
    int width = Math.min(Math.max(k, ef), size());
    BeamSearch search = searches.take();
    try {
      search.search(query, width);
      Neighbours found = search.best(query, length, k, Searches.ALL);
      if (found.size() == Math.min(k, size()) && !search.isCutShort()) {
        return found;
      }
    } finally {
      searches.give(search);
    }
    // What no link leads to is found by looking at everything.
    return filtered(query, k, 2 * width, Searches.ALL);
  }

  private Neighbours filtered(float[] query, int k, int ef, IntPredicate eligible) {
    double length = Searches.check(query, k, ef, dimension());
    double share = Searches.share(eligible, size());
    double scanCost = size() * (TEST_COST + share);
    double width = Math.max(k, ef) / share;
    BeamSearch search = searches.take();
    try {
      for (; width * BEAM_COST < scanCost; width *= 2) {
        search.search(query, (int) width);
        Neighbours found = search.best(query, length, k, eligible);
        if (found.size() == k && !search.isCutShort()) {
          return found;
        }
      }
    } finally {
      searches.give(search);
    }
    return scan(query, k, eligible, share);
  }

  /** The same answer either way; what most vectors pass is only asked of those that could enter. */
  private Neighbours scan(float[] query, int k, IntPredicate eligible, double share) {
    boolean isRare = share < RARE;
    TopK best = new TopK(Math.min(k, size()));
    int[] nodes = new int[BATCH];
    float[] scores = new float[BATCH];
    int count = 0;
    for (int node = 0; node < size(); node++) {
      if (!isRare || eligible.test(graph.ordinals()[node])) {
        nodes[count++] = node;
      }
      if (count == BATCH || node == size() - 1) {
        Kernels.BEST.dotRows(
            query, graph.vectors(), FrozenGraph.PADDING, dimension(), nodes, count, scores);
        for (int i = 0; i < count; i++) {
          int ordinal = graph.ordinals()[nodes[i]];
          if (scores[i] >= best.threshold() && (isRare || eligible.test(ordinal))) {
            best.offer(ordinal, scores[i]);
          }
        }
        count = 0;
      }
    }
    return Neighbours.drain(best);
  }
}
