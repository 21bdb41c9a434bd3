package watchnext.index;

import java.util.random.RandomGenerator;
import watchnext.math.Matrix;

/**
 * Which index, and how hard it tries.
 *
 * @param kind the way to search
 * @param m links of a graph's node; see {@link HnswConfig}
 * @param efConstruction effort of building a graph; see {@link HnswConfig}
 * @param ef effort of a search that does not name its own
 * @param threads that build; with every kind but {@link Kind#HNSWLIB} they do not change the index
 */
public record IndexConfig(Kind kind, int m, int efConstruction, int ef, int threads) {

  /** The ways to search. */
  public enum Kind {
    /** A graph, built straight into flat arrays: the same seed gives the same graph. */
    HNSW,
    /** A graph of hnswlib-core, copied into flat arrays; no two builds are alike. */
    HNSWLIB,
    /** Cells of similar vectors: quickly built, and faster than graphs when k is large. */
    CELLS,
    /** Every vector is looked at: nothing to build or to miss, for small catalogues. */
    EXACT
  }

  /** What fits a hundred thousand vectors of dimension 64. */
  public static final IndexConfig DEFAULT = new IndexConfig(Kind.HNSW, 16, 200, 200, 1);

  /** Checks the ranges. */
  public IndexConfig {
    new HnswConfig(m, efConstruction, ef, threads);
  }

  /** The same with another number of threads. */
  public IndexConfig withThreads(int newThreads) {
    return new IndexConfig(kind, m, efConstruction, ef, newThreads);
  }

  /** The settings of a graph. */
  public HnswConfig graph() {
    return new HnswConfig(m, efConstruction, ef, threads);
  }

  /** The settings of cells over so many vectors. */
  public CellConfig cells(int vectors) {
    return CellConfig.forSize(vectors).withEf(ef).withThreads(threads);
  }

  /**
   * Builds the index; row r becomes ordinal r.
   *
   * @throws IllegalArgumentException when a row is not of length one
   */
  public FrozenIndex build(Matrix vectors, BuildListener listener, RandomGenerator random) {
    return switch (kind) {
      case HNSW -> FrozenHnswIndex.build(vectors, graph(), listener, random);
      case HNSWLIB -> FrozenHnswIndex.freeze(HnswIndex.build(vectors, 0, graph(), listener));
      case CELLS -> CellIndex.build(vectors, cells(vectors.rows()), listener, random);
      case EXACT -> new ExactIndex(vectors);
    };
  }
}
