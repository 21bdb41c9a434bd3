package watchnext.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import watchnext.index.BuildListener;
import watchnext.index.ExactIndex;
import watchnext.index.FrozenIndex;
import watchnext.index.FrozenIndexFile;
import watchnext.index.IndexConfig;
import watchnext.index.IndexConfig.Kind;
import watchnext.index.Neighbours;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.tensor.TensorFile;
import watchnext.tensor.Tensors;

/**
 * Indexes over {@link RecommenderVectors}, built once and kept in a folder, so that a benchmark of
 * a million videos need not wait for them again. <i>Confined: one process writes at a time.</i>
 */
final class IndexShelf {

  /** Queries of all measurements. */
  static final int QUERIES = 1000;

  private static final long VIDEO_SEED = 1;
  private static final long USER_SEED = 2;
  private static final long INDEX_SEED = 3;
  private static final int LARGE = 500_000;
  private static final int LONGEST_ANSWER = 500;

  private final Optional<Path> folder;
  private final int videos;
  private final int threads;

  /** A shelf for indexes over so many videos, built by so many threads. */
  IndexShelf(Optional<Path> folder, int videos, int threads) {
    this.folder = folder;
    this.videos = videos;
    this.threads = threads;
  }

  /** The vectors. */
  Matrix vectors() {
    return RecommenderVectors.videos(videos, VIDEO_SEED);
  }

  /** The users who ask. */
  static Matrix users() {
    return RecommenderVectors.users(QUERIES, USER_SEED);
  }

  /** The settings; as published measurements do, with a narrower beam for the million. */
  IndexConfig config(Kind kind) {
    return new IndexConfig(kind, 16, videos >= LARGE ? 100 : 200, 200, threads);
  }

  /** Builds an index, whatever the folder holds. */
  FrozenIndex build(Kind kind, Matrix vectors, BuildListener listener) {
    return config(kind).build(vectors, listener, new SplittableRandom(INDEX_SEED));
  }

  /** Where an index is kept. */
  Path path(Path place, Kind kind) {
    return place.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + videos);
  }

  /** An index from the folder; it is built first when it is not there. */
  FrozenIndex get(Kind kind) {
    if (folder.isEmpty()) {
      return build(kind, vectors(), BuildListener.SILENT);
    }
    try {
      Path path = path(folder.get(), kind);
      if (!Files.exists(path)) {
        Files.createDirectories(folder.get());
        FrozenIndexFile.save(build(kind, vectors(), BuildListener.SILENT), path);
      }
      return FrozenIndexFile.load(path);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The exact answers to {@link #users}, of length k. */
  int[][] truth(int k) {
    Require.that(k <= LONGEST_ANSWER, "k must be at most %s, was %s", LONGEST_ANSWER, k);
    int length = Math.min(LONGEST_ANSWER, videos);
    int[] all = truthOfLength(length);
    int[][] truth = new int[QUERIES][];
    for (int q = 0; q < QUERIES; q++) {
      truth[q] = Arrays.copyOfRange(all, q * length, q * length + Math.min(k, length));
    }
    return truth;
  }

  private int[] truthOfLength(int length) {
    if (folder.isEmpty()) {
      return exactly(length);
    }
    try {
      Path path = folder.get().resolve("truth-" + videos);
      if (!Files.exists(path)) {
        Files.createDirectories(folder.get());
        TensorFile.write(
            Tensors.builder().put("ordinals", exactly(length), QUERIES, length).build(), path);
      }
      return TensorFile.read(path).ints("ordinals", QUERIES, length);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException("the folder of indexes cannot be used: " + e.getMessage(), e);
  }

  private int[] exactly(int length) {
    int[] all = new int[QUERIES * length];
    Neighbours[] answers = new ExactIndex(vectors()).searchAll(users(), length);
    for (int q = 0; q < QUERIES; q++) {
      System.arraycopy(answers[q].ordinals(), 0, all, q * length, length);
    }
    return all;
  }
}
