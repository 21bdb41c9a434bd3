package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;

/** Real descriptors (ANN_SIFT10K): 10,000 × 128, with the published true neighbours. */
@Tag("quality")
class SiftTest {

  private static final int K = 100;
  private static final HnswConfig CONFIG = new HnswConfig(16, 100, 100, 1);

  /** Reads fvecs or ivecs: each row is its length, then its values, four bytes each. */
  private static ByteBuffer file(String name) throws IOException {
    String data = System.getenv("WATCHNEXT_DATA");
    Assumptions.assumeTrue(data != null, "WATCHNEXT_DATA is not set: no siftsmall");
    Path path = Path.of(data, "siftsmall", name);
    Assumptions.assumeTrue(Files.exists(path), path + " is not there");
    return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Matrix floats(String name) throws IOException {
    ByteBuffer bytes = file(name);
    int columns = bytes.getInt(0);
    Matrix result = new Matrix(bytes.capacity() / (4 + 4 * columns), columns);
    for (int r = 0; r < result.rows(); r++) {
      bytes.getInt();
      bytes
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(result.data(), result.offset(r), columns);
      bytes.position(bytes.position() + 4 * columns);
    }
    return result;
  }

  /**
   * Largest inner product in place of smallest distance: with (x, −|x|²/2) for a vector and (q, 1)
   * for a query, q·x − |x|²/2 orders as −|q − x|². A last axis makes all vectors equally long.
   */
  private static Matrix lifted(Matrix base) {
    Matrix result = new Matrix(base.rows(), base.columns() + 2);
    double longest = 0;
    for (int r = 0; r < base.rows(); r++) {
      double squared = 0;
      for (float value : base.row(r)) {
        squared += value * value;
      }
      System.arraycopy(base.row(r), 0, result.data(), result.offset(r), base.columns());
      // In units of 256, or the one axis would outweigh the others in the floats' precision.
      result.set(r, base.columns(), (float) (-squared / 2 / 256));
      longest = Math.max(longest, squared + squared * squared / 4 / 65536);
    }
    for (int r = 0; r < base.rows(); r++) {
      double length = 0;
      for (float value : result.row(r)) {
        length += (double) value * value;
      }
      result.set(r, base.columns() + 1, (float) Math.sqrt(Math.max(0, longest - length)));
    }
    return UnitVectors.normalised(result);
  }

  private static Matrix liftedQueries(Matrix queries) {
    Matrix result = new Matrix(queries.rows(), queries.columns() + 2);
    for (int r = 0; r < queries.rows(); r++) {
      System.arraycopy(queries.row(r), 0, result.data(), result.offset(r), queries.columns());
      result.set(r, queries.columns(), 256);
    }
    return result;
  }

  private static Neighbours[] truth() throws IOException {
    ByteBuffer bytes = file("siftsmall_groundtruth.ivecs");
    Neighbours[] result = new Neighbours[100];
    for (int q = 0; q < result.length; q++) {
      assertThat(bytes.getInt()).isEqualTo(K);
      result[q] = new Neighbours(new int[K], new float[K]);
      // The file has no scores: no other vector is as good as those named.
      Arrays.fill(result[q].scores(), Float.POSITIVE_INFINITY);
      for (int i = 0; i < K; i++) {
        result[q].ordinals()[i] = bytes.getInt();
      }
    }
    return result;
  }

  @Test
  void exactSearchReproducesThePublishedNeighbours() throws IOException {
    Neighbours[] truth = truth();
    ExactIndex exact = new ExactIndex(lifted(floats("siftsmall_base.fvecs")));
    Neighbours[] found = exact.searchAll(liftedQueries(floats("siftsmall_query.fvecs")), K);
    double recall = 0;
    for (int q = 0; q < truth.length; q++) {
      recall += IndexRecall.recall(found[q], truth[q]) / truth.length;
    }
    assertThat(recall).isGreaterThanOrEqualTo(0.9995);
  }

  @Test
  void theGraphFindsNearlyAllOfThem() throws IOException {
    Matrix base = UnitVectors.normalised(floats("siftsmall_base.fvecs"));
    FrozenHnswIndex graph =
        FrozenHnswIndex.build(base, CONFIG, BuildListener.SILENT, new SplittableRandom(1));
    IndexRecall recall = recall(graph, base);
    assertThat(recall.mean()).as(recall.toString()).isBetween(0.98, 0.9999);
    assertThat(recall.lowest()).as(recall.toString()).isGreaterThan(0.8);
  }

  /**
   * The library draws its levels without a seed, and of these vectors, which lie in clumps, one
   * build in four leaves a clump that some searches do not reach (2 of 40 had a recall below 0.95).
   * Three in a row have not.
   */
  @Test
  void aGraphOfTheLibraryDoesSoInMostBuilds() throws IOException {
    Matrix base = UnitVectors.normalised(floats("siftsmall_base.fvecs"));
    double best = 0;
    for (int build = 0; build < 3; build++) {
      HnswIndex graph = HnswIndex.build(base, 0, CONFIG, BuildListener.SILENT);
      best = Math.max(best, recall(graph, base).mean());
    }
    assertThat(best).isBetween(0.95, 0.9999);
  }

  private static IndexRecall recall(VectorIndex graph, Matrix base) throws IOException {
    return IndexRecall.measure(graph, new ExactIndex(base), floats("siftsmall_query.fvecs"), K);
  }
}
