package watchnext.benchmarks;

import java.util.SplittableRandom;
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
import watchnext.index.BuildListener;
import watchnext.index.CellConfig;
import watchnext.index.CellIndex;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenHnswIndex;
import watchnext.index.HnswConfig;
import watchnext.index.HnswIndex;
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
 * <p>Run: {@code ./watchnext bench --filter RetrievalBenchmark --param videos=100000 -p k=100,500
 * -p ef=100,500}. The time to build, and the bytes per vector, are printed when a fork begins.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx3g",
      "-XX:+UseTransparentHugePages",
      "--add-modules",
      "jdk.incubator.vector"
    })
public class RetrievalBenchmark {

  private static final int QUERIES = 1000;
  private static final int LARGE = 500_000;

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

    private final float[][] queries = new float[QUERIES][];
    private Search search = (query, wanted, effort) -> new Neighbours(new int[0], new float[0]);
    private double meanRecall;
    private int next;

    /** Builds the index and measures its recall. */
    @Setup
    public void setUp() {
      Matrix vectors = RecommenderVectors.videos(videos, 1);
      Matrix users = RecommenderVectors.users(QUERIES, 2);
      for (int q = 0; q < QUERIES; q++) {
        queries[q] = users.row(q);
      }
      long start = System.nanoTime();
      search = built(vectors);
      System.out.printf(
          "%s of %,d built in %.1f s%n", index, videos, (System.nanoTime() - start) / 1e9);
      Neighbours[] truth = new ExactIndex(vectors).searchAll(users, k);
      for (int q = 0; q < QUERIES; q++) {
        meanRecall += IndexRecall.recall(search.search(queries[q], k, ef), truth[q]) / QUERIES;
      }
      System.out.printf("%s k=%d ef=%d recall=%.4f%n", index, k, ef, meanRecall);
    }

    private Search built(Matrix vectors) {
      // As published measurements do: a narrower beam for the million.
      HnswConfig graph = new HnswConfig(16, videos >= LARGE ? 100 : 200, ef, 2);
      switch (index) {
        case "exact" -> {
          ExactIndex exact = new ExactIndex(vectors);
          return (query, wanted, effort) -> exact.search(query, wanted);
        }
        case "hnswlib" -> {
          return HnswIndex.build(vectors, 0, graph, BuildListener.SILENT)::search;
        }
        case "hnswlib-frozen" -> {
          return sized(
              FrozenHnswIndex.freeze(HnswIndex.build(vectors, 0, graph, BuildListener.SILENT)));
        }
        case "frozen" -> {
          return sized(
              FrozenHnswIndex.build(vectors, graph, BuildListener.SILENT, new SplittableRandom(3)));
        }
        case "cells" -> {
          CellIndex cells =
              CellIndex.build(
                  vectors,
                  CellConfig.forSize(videos).withThreads(2),
                  BuildListener.SILENT,
                  new SplittableRandom(3));
          System.out.printf(
              "bytes per vector %.1f, of which hot %.1f%n",
              (double) cells.bytes() / videos, (double) cells.hotBytes() / videos);
          return cells::search;
        }
        default ->
            throw new IllegalArgumentException(
                "index must be exact, hnswlib, frozen, hnswlib-frozen or cells, was " + index);
      }
    }

    private Search sized(FrozenHnswIndex frozen) {
      System.out.printf("bytes per vector %.1f%n", (double) frozen.bytes() / videos);
      return frozen::search;
    }

    Neighbours searchForNext() {
      next = next + 1 == QUERIES ? 0 : next + 1;
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
