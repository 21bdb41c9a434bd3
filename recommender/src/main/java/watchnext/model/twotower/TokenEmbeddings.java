package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.feature.VideoContent;
import watchnext.math.ParallelRanges;

/**
 * What both towers learn of the words, tags and creators of videos: an embedding of each content
 * token, and in a last row one that stands for the id that a new video does not have yet.
 *
 * <p>The contents of a step are a sparse matrix {@code C} of entries × tokens, {@code 1 / tokens of
 * the video} where a video has a token: content embeddings are {@code C T}, and the gradient of
 * {@code T} is {@code Cᵀ} times theirs. Only the tokens that the step met get a gradient. <i>Confined:
 * one thread at a time, which may set others to work.</i>
 */
final class TokenEmbeddings {

  private static final int BLOCK = 512;

  private final VideoContent content;
  private final int dimension;
  private final int threads;
  private final EmbeddingTable table;
  private final LocalIndex index;
  private final SparseRows contents = new SparseRows();
  private final SparseRows transposed = new SparseRows();
  private float[] gradients = new float[0];

  TokenEmbeddings(
      VideoContent content, int dimension, int threads, double deviation, RandomGenerator random) {
    this.content = content;
    this.dimension = dimension;
    this.threads = threads;
    this.table = new EmbeddingTable(content.buckets() + 1, dimension, deviation, random);
    this.index = new LocalIndex(table.rows());
  }

  /**
   * Lists the tokens of a step's entries.
   *
   * @param videos the video of each entry
   * @param idRows a negative number for an entry without an id
   */
  void list(int[] videos, int[] idRows, int entries) {
    contents.clear();
    index.clear();
    // Two loops, each of which misses the cache in one place: their misses overlap.
    int[] counts = new int[entries];
    for (int e = 0; e < entries; e++) {
      counts[e] = content.tokenCount(videos[e]);
    }
    for (int e = 0; e < entries; e++) {
      for (int i = 0; i < counts[e]; i++) {
        contents.put(content.token(videos[e], i), 1f / counts[e]);
      }
      if (idRows[e] < 0) {
        contents.put(content.buckets(), 1);
      }
      contents.endRow();
    }
  }

  /** {@code out += content embedding} of an entry, between {@link #list} and {@link #backward}. */
  void addTo(int entry, float[] out, int offset) {
    contents.addProduct(entry, table.weights(), out, offset, dimension);
  }

  /** Takes in the gradients of the content embeddings, entries × d. */
  void backward(float[] contentGradients) {
    contents.renumber(index);
    transposed.transpose(contents, index.size());
    int length = index.size() * dimension;
    gradients = gradients.length >= length ? gradients : new float[length + length / 2];
    ParallelRanges.run(
        index.size(), BLOCK, threads, () -> (from, to) -> sum(contentGradients, from, to));
  }

  private void sum(float[] contentGradients, int from, int to) {
    Arrays.fill(gradients, from * dimension, to * dimension, 0);
    for (int token = from; token < to; token++) {
      transposed.addProduct(token, contentGradients, gradients, token * dimension, dimension);
    }
  }

  /** Moves the rows that this step met. */
  void update(double rate, double regularization) {
    table.update(index.members(), index.size(), gradients, rate, regularization, threads);
  }

  /** {@code out += content embedding} of any video, and if it has no id what stands for that. */
  void represent(int video, boolean hasId, float[] out, int offset) {
    int count = content.tokenCount(video);
    for (int i = 0; i < count; i++) {
      table.addTo(content.token(video, i), 1f / count, out, offset);
    }
    if (!hasId) {
      table.addTo(content.buckets(), 1, out, offset);
    }
  }

  EmbeddingTable table() {
    return table;
  }

  /** Gradient of the embedding of {@code token} in this step, for tests. */
  float[] gradient(int token) {
    int at = index.add(token) * dimension;
    return Arrays.copyOfRange(gradients, at, at + dimension);
  }
}
