package watchnext.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import watchnext.index.CellIndex;
import watchnext.index.FrozenHnswIndex;
import watchnext.index.HnswIndex;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.IndexRecall;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;

/**
 * One search, single thread, p50 and p99, with its recall against exact search as a secondary
 * result: the numbers of {@code p0.50} are only worth comparing at equal {@code recall}.
 *
 * <p>Indexes: {@code exact}; {@code hnswlib}, the library's graph; {@code frozen}, a graph in flat
 * arrays by our builder; {@code hnswlib-frozen}, the library's graph frozen, which is slow to build
 * and finds just what {@code hnswlib} finds; {@code cells}. For {@code cells}, {@code ef} counts
 * {@link CellIndex#VECTORS_PER_EF} vectors scanned.
 *
 * <p>Run: {@code ./watchnext bench --filter RetrievalBenchmark --param videos=1000000 --param
 * k=100,500 --param ef=200,500}. Indexes are built once and kept in {@code folder}; {@code
 * watchnext bench index} prints what building, loading and keeping them costs. From the folder,
 * {@code hnswlib} is made again node for node in the order of insertion, as the library itself
 * would.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx4g",
      "-XX:+UseTransparentHugePages",
      "--add-modules",
      "jdk.incubator.vector"
    })
public class RetrievalBenchmark {

  /** One way to search. */
  private interface Search {
    Neighbours search(float[] query, int wanted, int effort);
  }

  /** An index, and users who ask it. */
  @State(Scope.Benchmark)
  public static class Catalogue {
    /** Which index. */
    @Param({"hnswlib", "frozen", "cells"})
    private String index = "cells";

    /** Vectors in the index. */
    @Param("100000")
    private int videos = 100_000;

    /** Length of the answer. */
    @Param({"100", "500"})
    private int k = 100;

    /** Effort. */
    @Param({"100", "500"})
    private int ef = 100;

    /** Where indexes are kept between runs; the working folder's {@code target} by default. */
    @Param("target/indexes")
    private String folder = "target/indexes";

    private final float[][] queries = new float[IndexShelf.QUERIES][];
    private Search search = (query, wanted, effort) -> new Neighbours(new int[0], new float[0]);
    private double meanRecall;
    private int next;

    /** Takes the index from its folder, or builds it, and measures its recall. */
    @Setup
    public void setUp() {
      IndexShelf shelf = new IndexShelf(Path.of(folder), videos, 2);
      Matrix users = IndexShelf.users();
      int[][] truth = shelf.truth(k);
      search = search(shelf);
      for (int q = 0; q < queries.length; q++) {
        queries[q] = users.row(q);
        Neighbours found = search.search(queries[q], k, ef);
        Neighbours wanted = new Neighbours(truth[q], new float[truth[q].length]);
        meanRecall += IndexRecall.recall(found, wanted) / queries.length;
      }
    }

    private Search search(IndexShelf shelf) {
      return switch (index) {
        case "exact" -> shelf.get(Kind.EXACT)::search;
        case "frozen" -> shelf.get(Kind.HNSW)::search;
        case "cells" -> shelf.get(Kind.CELLS)::search;
        case "hnswlib-frozen" -> shelf.get(Kind.HNSWLIB)::search;
        case "hnswlib" -> HnswIndex.thaw((FrozenHnswIndex) shelf.get(Kind.HNSWLIB), 0)::search;
        default ->
            throw new IllegalArgumentException(
                "index must be exact, hnswlib, frozen, hnswlib-frozen or cells, was " + index);
      };
    }

    Neighbours searchForNext() {
      next = next + 1 == queries.length ? 0 : next + 1;
      return search.search(queries[next], k, ef);
    }
  }

  /** The secondary result. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Recall {
    /** Mean share of the exact answer that is found. */
    public double recall;

    /** Sets the share of one iteration: JMH clears the field before and sums it afterwards. */
    @TearDown(Level.Iteration)
    public void keep(Catalogue catalogue, BenchmarkParams run) {
      recall = catalogue.meanRecall / run.getMeasurement().getCount() / Math.max(1, run.getForks());
    }
  }

  /** One search; users take turns. */
  @Benchmark
  public Neighbours search(Catalogue catalogue, Recall recall) {
    return catalogue.searchForNext();
  }
}
