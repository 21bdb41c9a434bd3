package watchnext.index;

import java.util.function.IntPredicate;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.math.UnitVectors;
import watchnext.tensor.Tensors;

/**
 * Compares the query with every vector: the reference for every other index, and the right choice
 * for catalogues of some ten thousand videos.
 *
 * <p>Cost: one inner product per vector and query, limited by the memory that is read. A batch
 * reads each block of vectors once for all its queries while the block is in the cache. Memory: 4 ×
 * dimension bytes per vector. <i>Immutable.</i>
 */
public final class ExactIndex implements FrozenIndex {

  /** Rows scored between two looks at the selection; 64 rows of 64 floats are half of an L1. */
  private static final int BLOCK = 64;

  private final Matrix vectors;

  /**
   * An index over {@code vectors}, which are not copied and must not be written to again.
   *
   * @throws IllegalArgumentException when a row is not of length one
   */
  public ExactIndex(Matrix vectors) {
    UnitVectors.require(vectors);
    this.vectors = vectors;
  }

  /** An index from what {@link #toTensors} gave; everything is checked. */
  public static ExactIndex fromTensors(Tensors tensors) {
    return new ExactIndex(tensors.matrix("vectors"));
  }

  /** The vectors, for those who check them. */
  Matrix vectors() {
    return vectors;
  }

  @Override
  public Tensors toTensors() {
    return Tensors.builder()
        .set(FrozenIndexFile.KIND, FrozenIndexFile.EXACT)
        .put("vectors", vectors)
        .build();
  }

  /** Bytes that the index takes by formula: 4d a vector. */
  public static double expectedBytes(int vectors, int dimension) {
    return vectors * 4.0 * dimension;
  }

  @Override
  public long bytes() {
    return 4L * vectors.data().length;
  }

  @Override
  public int size() {
    return vectors.rows();
  }

  @Override
  public int dimension() {
    return vectors.columns();
  }

  /** Of no consequence: all is looked at. */
  @Override
  public int ef() {
    return 1;
  }

  @Override
  public Neighbours search(float[] query, int k, int ef, IntPredicate eligible) {
    Searches.check(query, k, ef, dimension());
    TopK best = new TopK(Math.min(k, size()));
    float[] scores = new float[BLOCK];
    for (int first = 0; first < size(); first += BLOCK) {
      scan(query, first, scores, best, eligible);
    }
    return Neighbours.drain(best);
  }

  /**
   * Answers many queries, for work that is not in a request.
   *
   * @param queries one query per row
   * @return one answer per row
   */
  public Neighbours[] searchAll(Matrix queries, int k) {
    float[][] rows = new float[queries.rows()][];
    TopK[] best = new TopK[queries.rows()];
    for (int q = 0; q < rows.length; q++) {
      rows[q] = queries.row(q);
      Searches.check(rows[q], k, dimension());
      best[q] = new TopK(Math.min(k, size()));
    }
    float[] scores = new float[BLOCK];
    for (int first = 0; first < size(); first += BLOCK) {
      for (int q = 0; q < rows.length; q++) {
        scan(rows[q], first, scores, best[q], Searches.ALL);
      }
    }
    Neighbours[] answers = new Neighbours[rows.length];
    for (int q = 0; q < rows.length; q++) {
      answers[q] = Neighbours.drain(best[q]);
    }
    return answers;
  }

  private void scan(float[] query, int first, float[] scores, TopK best, IntPredicate eligible) {
    int count = Math.min(BLOCK, size() - first);
    Kernels.BEST.dotRange(query, vectors.data(), vectors.offset(first), dimension(), count, scores);
    float threshold = best.threshold();
    for (int i = 0; i < count; i++) {
      // Ordinals ascend, so a score equal to the worst kept one would lose the tie.
      if (scores[i] > threshold && eligible.test(first + i)) {
        best.offer(first + i, scores[i]);
        threshold = best.threshold();
      }
    }
  }
}
