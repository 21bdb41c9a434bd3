package watchnext.index;

import java.util.random.RandomGenerator;
import watchnext.math.Matrix;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;
import watchnext.settings.Settings;

/** Which index, and how hard it tries. */
public record IndexConfig(
    @Setting(meaning = "the way to search") Kind kind,
    @Setting(
            meaning = "links of a graph's node; the lowest layer has twice as many",
            range = "[2, inf)")
        int m,
    @Setting(meaning = "effort of building a graph", range = "[1, inf)") int efConstruction,
    @Setting(meaning = "effort of a search that does not name its own", range = "[1, inf)") int ef,
    @SetElsewhere("the index does not depend on the number of threads (but hnswlib)") int threads) {

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

  /** What fits a hundred thousand vectors of dimension 64, built on two threads. */
  public static final IndexConfig DEFAULT = new IndexConfig(Kind.HNSW, 16, 200, 200, 2);

  /** Checks the ranges. */
  public IndexConfig {
    new HnswConfig(m, efConstruction, ef, threads);
  }

  /** The settings of a graph. */
  public HnswConfig graph() {
    return new HnswConfig(m, efConstruction, ef, threads);
  }

  /** The settings of cells over so many vectors. */
  public CellConfig cells(int vectors) {
    return Settings.with(CellConfig.forSize(vectors), "ef=" + ef, "threads=" + threads);
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
