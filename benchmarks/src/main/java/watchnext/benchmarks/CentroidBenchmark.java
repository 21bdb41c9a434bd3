package watchnext.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import watchnext.index.BuildListener;
import watchnext.index.FrozenHnswIndex;
import watchnext.index.HnswConfig;
import watchnext.index.Neighbours;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * Two ways to choose the cells of an inverted file: a graph over the centroids, as [baranchuk2018]
 * has it, and the comparison with all of them as bytes, as {@link watchnext.index.CellIndex} does.
 * The graph is asked for a thirtieth of the cells, about what a search scans; videos stand in for
 * centroids.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "--add-modules", "jdk.incubator.vector"})
public class CentroidBenchmark {

  private static final int QUERIES = 1000;
  private static final int D = RecommenderVectors.DIMENSION;

  /** Number of cells: what is used for a million vectors, and eight times as many. */
  @Param({"2000", "16000"})
  private int cells = 2000;

  private final float[][] queries = new float[QUERIES][];
  private final short[] shortQuery = new short[D];
  private FrozenHnswIndex graph = graph(new Matrix(0, D));
  private byte[] codes = {};
  private short[] scores = {};
  private int[] hits = {};
  private int next;

  private static FrozenHnswIndex graph(Matrix centroids) {
    HnswConfig config = new HnswConfig(16, 200, 1, 1);
    return FrozenHnswIndex.build(
        centroids, config, BuildListener.SILENT, new SplittableRandom(1));
  }

  /** Builds the graph. */
  @Setup
  public void setUp() {
    graph = graph(RecommenderVectors.videos(cells, 1));
    Matrix users = RecommenderVectors.users(QUERIES, 2);
    for (int q = 0; q < QUERIES; q++) {
      queries[q] = users.row(q);
    }
    int blocks = (cells + Kernels.CODE_BLOCK - 1) / Kernels.CODE_BLOCK;
    codes = new byte[blocks * Kernels.CODE_BLOCK * D];
    scores = new short[blocks * Kernels.CODE_BLOCK];
    hits = new int[blocks];
  }

  /** The nearest of the centroids by a walk. */
  @Benchmark
  public Neighbours graph() {
    next = (next + 1) % QUERIES;
    return graph.search(queries[next], cells / 30);
  }

  /** The scores of all centroids. */
  @Benchmark
  public short[] scan() {
    shortQuery[0]++;
    Kernels.BEST.dotCodeBlocks(
        shortQuery, codes, 0, D, hits.length, Short.MAX_VALUE, scores, hits);
    return scores;
  }
}
