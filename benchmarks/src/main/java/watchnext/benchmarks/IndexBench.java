package watchnext.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchnext.app.Machine;
import watchnext.app.OutputOptions;
import watchnext.evaluation.Estimate;
import watchnext.index.CellIndex;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenHnswIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.FrozenIndexFile;
import watchnext.index.IndexConfig;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.IndexRecall;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Table;

/** {@code watchnext bench index}: what building, loading and keeping an index costs. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Builds indexes over vectors like a recommender's, saves them and loads them again.",
      "bytesPerVector counts the arrays, formula is what the documentation says they take; "
          + "firstLoadSeconds and loadSeconds are the first and the best of five loads."
    })
final class IndexBench implements Callable<Integer> {

  private static final int LOADS = 5;
  private static final int K = 100;
  private static final List<Column> FIGURES =
      List.of(
          Column.figure("buildSeconds"),
          Column.figure("firstLoadSeconds"),
          Column.figure("loadSeconds"),
          Column.figure("bytesPerVector"),
          Column.figure("formula"),
          Column.figure("fileMegabytes"),
          Column.figure("recall@100"));

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--videos",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Vectors in the index (default: ${DEFAULT-VALUE}).")
  private int videos = 100_000;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      defaultValue = "HNSWLIB,HNSW,CELLS",
      description = "Any of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<Kind> kinds = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads that build (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Keep the indexes there, for RetrievalBenchmark's --param folder=FOLDER.")
  private @Nullable Path folder;

  @Option(
      names = "--keep",
      description = "Build only what the folder lacks; what is there gets no build time.")
  private boolean keep;

  @Mixin private OutputOptions output = new OutputOptions();

  /** Measures one kind after the other. */
  @Override
  public Integer call() throws IOException {
    Require.that(
        videos >= K && threads >= 1,
        "videos must be at least %s and threads 1, were %s and %s",
        K,
        videos,
        threads);
    if (folder != null) {
      Files.createDirectories(folder);
      return measureAll(folder);
    }
    Path temporary = Files.createTempDirectory("watchnext-indexes");
    try {
      return measureAll(temporary);
    } finally {
      delete(temporary);
    }
  }

  private int measureAll(Path place) throws IOException {
    IndexShelf shelf = new IndexShelf(Optional.of(place), videos, threads);
    List<Measured> rows = new ArrayList<>();
    for (Kind kind : kinds) {
      String name = kind.name().toLowerCase(Locale.ROOT) + " videos=" + videos;
      rows.add(new Measured(name, measure(shelf, shelf.path(place, kind), kind)));
    }
    output.write(
        Result.of(
            "Indexes",
            Machine.run(typed(), 0, ""),
            Table.measured("indexes", "", "", rows, FIGURES)));
    return 0;
  }

  /** The command as it was typed. */
  private String typed() {
    List<String> arguments =
        spec == null ? List.of() : spec.root().commandLine().getParseResult().originalArgs();
    return String.join(" ", arguments);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(place);
  }

  private Map<String, Estimate> measure(IndexShelf shelf, Path path, Kind kind) throws IOException {
    Map<String, Estimate> figures = new LinkedHashMap<>();
    if (!keep || !Files.exists(path)) {
      Matrix vectors = shelf.vectors();
      long start = System.nanoTime();
      FrozenIndex built = shelf.build(kind, vectors, (done, of) -> tell(kind, done, of, start));
      figures.put("buildSeconds", Estimate.of(seconds(start)));
      FrozenIndexFile.save(built, path);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < LOADS; i++) {
      System.gc(); // the arrays of the last one would be collected in the midst of this one
      long start = System.nanoTime();
      FrozenIndex loaded = FrozenIndexFile.load(path);
      double seconds = seconds(start);
      best = Math.min(best, seconds);
      if (i == 0) {
        figures.put("firstLoadSeconds", Estimate.of(seconds));
        figures.put("bytesPerVector", Estimate.of((double) loaded.bytes() / videos));
        figures.put("recall@100", Estimate.of(recall(shelf, loaded)));
      }
    }
    figures.put("loadSeconds", Estimate.of(best));
    figures.put("formula", Estimate.of(formula(shelf.config(kind)) / videos));
    figures.put("fileMegabytes", Estimate.of(Files.size(path) / 1e6));
    return figures;
  }

  private static double recall(IndexShelf shelf, FrozenIndex index) {
    Matrix users = IndexShelf.users();
    int[][] truth = shelf.truth(K);
    double sum = 0;
    for (int q = 0; q < truth.length; q++) {
      Neighbours wanted = new Neighbours(truth[q], new float[truth[q].length]);
      sum += IndexRecall.recall(index.search(users.row(q), K), wanted);
    }
    return sum / truth.length;
  }

  private double formula(IndexConfig config) {
    int d = RecommenderVectors.DIMENSION;
    return switch (config.kind()) {
      case HNSW, HNSWLIB -> FrozenHnswIndex.expectedBytes(videos, d, config.graph());
      case CELLS -> CellIndex.expectedBytes(videos, d, config.cells(videos));
      case EXACT -> ExactIndex.expectedBytes(videos, d);
    };
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void tell(Kind kind, int done, int of, long start) {
    if (done * 10L / of != (done - Math.max(1, of / 100)) * 10L / of) {
      System.err.printf(Locale.ROOT, "%s %,d of %,d, %.0f s%n", kind, done, of, seconds(start));
    }
  }
}
