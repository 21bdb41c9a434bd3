package watchnext.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.HnswConfig;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.LiveIndex;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;

/**
 * What the live part of an index costs: a search while so many vectors were added since, and one
 * addition more.
 *
 * <p>{@code part} says how the live part is searched: {@code scan} compares all of it, {@code
 * graph} asks hnswlib-core. Additions begin at {@code added} vectors and go on for {@link #BATCH}
 * of them.
 *
 * <p>Run: {@code ./watchnext bench --filter LiveBenchmark --param folder=indexes}. With a folder,
 * the still index is built once and kept.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx4g",
      "-XX:+UseTransparentHugePages",
      "--add-modules",
      "jdk.incubator.vector"
    })
public class LiveBenchmark {

  /** Additions of one measurement. */
  static final int BATCH = 1_000;

  private static final long UPLOAD_SEED = 4;

  /** Stands in the fields until they are set up. */
  private static final FrozenIndex NOTHING =
      new ExactIndex(new Matrix(0, RecommenderVectors.DIMENSION));

  /** An index, what was added to it, and users who ask it. */
  @State(Scope.Benchmark)
  public static class Catalogue {
    /** Which index stands still. */
    @Param({"frozen", "cells"})
    private String index = "frozen";

    /** Vectors in it. */
    @Param("100000")
    private int videos = 100_000;

    /** Vectors added since. */
    @Param({"0", "1000", "10000"})
    private int added = 0;

    /** How the live part is searched. */
    @Param({"scan", "graph"})
    private String part = "scan";

    /** Length of the answer. */
    @Param("100")
    private int k = 100;

    /** Where indexes are kept between runs; empty to build anew. */
    @Param("")
    private String folder = "";

    private final float[][] queries = new float[IndexShelf.QUERIES][];
    private FrozenIndex still = NOTHING;
    private LiveIndex live = new LiveIndex(NOTHING, 1, HnswConfig.DEFAULT);
    private HnswConfig graph = HnswConfig.DEFAULT;
    private float[][] uploads = new float[0][];
    private int next;

    /** Takes the still index from its folder, or builds it, and adds to it. */
    @Setup
    public void setUp() {
      Optional<Path> place = folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
      IndexShelf shelf = new IndexShelf(place, videos, 2);
      still = shelf.get(kind());
      graph = shelf.config(kind()).graph();
      Matrix users = IndexShelf.users();
      for (int q = 0; q < queries.length; q++) {
        queries[q] = users.row(q);
      }
      Matrix vectors = RecommenderVectors.videos(added + BATCH, UPLOAD_SEED);
      uploads = new float[vectors.rows()][];
      for (int r = 0; r < uploads.length; r++) {
        uploads[r] = vectors.row(r);
      }
      live = filled();
    }

    /** A live index with {@code added} vectors, and room for a batch. */
    private LiveIndex filled() {
      LiveIndex filled = new LiveIndex(still, uploads.length, graph, mostScanned());
      for (int r = 0; r < added; r++) {
        filled.add(uploads[r]);
      }
      return filled;
    }

    private int mostScanned() {
      return switch (part) {
        case "scan" -> Integer.MAX_VALUE;
        case "graph" -> 0;
        default -> throw new IllegalArgumentException("part must be scan or graph, was " + part);
      };
    }

    private Kind kind() {
      return switch (index) {
        case "frozen" -> Kind.HNSW;
        case "cells" -> Kind.CELLS;
        default ->
            throw new IllegalArgumentException("index must be frozen or cells, was " + index);
      };
    }

    Neighbours searchForNext() {
      next = next + 1 == queries.length ? 0 : next + 1;
      return live.search(queries[next], k);
    }
  }

  /** A live part that grows while it is measured, made anew for each measurement. */
  @State(Scope.Benchmark)
  public static class Growing {
    private LiveIndex live = new LiveIndex(NOTHING, 1, HnswConfig.DEFAULT);

    /** The live part as it is before the additions. */
    @Setup(Level.Iteration)
    public void setUp(Catalogue catalogue) {
      live = catalogue.filled();
    }
  }

  /** One search of both parts; users take turns. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Neighbours search(Catalogue catalogue) {
    return catalogue.searchForNext();
  }

  /** Additions of {@link #BATCH} vectors, one after the other; the time is that of one. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OperationsPerInvocation(BATCH)
  public int add(Catalogue catalogue, Growing growing) {
    LiveIndex index = growing.live;
    for (int i = 0; i < BATCH; i++) {
      index.add(catalogue.uploads[catalogue.added + i]);
    }
    return index.size();
  }
}
