package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.feature.VideoContent;
import watchnext.math.Kernels;

/**
 * What both towers learn of videos: an embedding of each video's id and of each content token.
 *
 * <pre>{@code
 * content(v)        = mean of token embeddings
 * representation(v) = id embedding + content(v)
 * }</pre>
 *
 * <p>A history pools representations; the video tower starts from one. A video that training never
 * met has no id embedding, so content stands for it alone. A step runs {@link #clear}, {@link #add}
 * for each video it meets, {@link #read}, then gradients in, then {@link #update}; each distinct
 * video is read and written once, whatever the number of histories it is in. <i>Confined: one
 * thread at a time.</i>
 */
final class SharedEmbeddings {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final double DEVIATION = 0.1;

  private final VideoContent content;
  private final int dimension;
  private final int[] idRows;
  private final EmbeddingTable ids;
  private final EmbeddingTable tokens;
  private final LocalIndex videoIndex;
  private final LocalIndex tokenIndex;
  private float[] contents = new float[0];
  private float[] representations = new float[0];
  private float[] gradients = new float[0];
  private float[] tokenGradients = new float[0];

  /**
   * Fresh tables.
   *
   * @param seen whether training meets a video, by ordinal
   */
  SharedEmbeddings(VideoContent content, boolean[] seen, int dimension, RandomGenerator random) {
    this.content = content;
    this.dimension = dimension;
    this.idRows = new int[seen.length];
    int rows = 0;
    for (int v = 0; v < seen.length; v++) {
      idRows[v] = seen[v] ? rows++ : -1;
    }
    this.ids = new EmbeddingTable(rows, dimension, DEVIATION, random);
    this.tokens = new EmbeddingTable(content.buckets(), dimension, DEVIATION, random);
    this.videoIndex = new LocalIndex(seen.length);
    this.tokenIndex = new LocalIndex(content.buckets());
  }

  /** Forgets the last step's videos. */
  void clear() {
    videoIndex.clear();
    tokenIndex.clear();
  }

  /** The local number of a video of this step. */
  int add(int video) {
    return videoIndex.add(video);
  }

  /** How many distinct videos this step has. */
  int size() {
    return videoIndex.size();
  }

  /** Reads the tables for all added videos and sets their gradients to zero. */
  void read() {
    int length = videoIndex.size() * dimension;
    contents = cleared(contents, length);
    representations = cleared(representations, length);
    gradients = cleared(gradients, length);
    for (int local = 0; local < videoIndex.size(); local++) {
      int video = videoIndex.member(local);
      int at = local * dimension;
      int count = content.tokenCount(video);
      for (int i = 0; i < count; i++) {
        int token = content.token(video, i);
        tokenIndex.add(token);
        tokens.addTo(token, 1f / count, contents, at);
      }
      System.arraycopy(contents, at, representations, at, dimension);
      if (idRows[video] >= 0) {
        ids.addTo(idRows[video], 1, representations, at);
      }
    }
    tokenGradients = cleared(tokenGradients, tokenIndex.size() * dimension);
  }

  private static float[] cleared(float[] array, int length) {
    if (array.length < length) {
      return new float[length + length / 2];
    }
    Arrays.fill(array, 0, length, 0);
    return array;
  }

  /** {@code out += alpha * representation}. */
  void addRepresentation(int local, float alpha, float[] out, int offset) {
    KERNELS.axpy(alpha, representations, local * dimension, out, offset, dimension);
  }

  /** {@code out += content}: the video without its id. */
  void addContent(int local, float[] out, int offset) {
    KERNELS.axpy(1, contents, local * dimension, out, offset, dimension);
  }

  /** Adds {@code alpha * gradient} to the gradient of a representation. */
  void addGradient(int local, float alpha, float[] gradient, int offset) {
    KERNELS.axpy(alpha, gradient, offset, gradients, local * dimension, dimension);
  }

  /** Adds to the gradient of the content of a video whose id was dropped. */
  void addContentGradient(int local, float[] gradient, int offset) {
    int video = videoIndex.member(local);
    int count = content.tokenCount(video);
    for (int i = 0; i < count; i++) {
      int at = tokenIndex.add(content.token(video, i)) * dimension;
      KERNELS.axpy(1f / count, gradient, offset, tokenGradients, at, dimension);
    }
  }

  /** Hands the gradients on from representations to their tokens; before {@link #update}. */
  void backward() {
    for (int local = 0; local < videoIndex.size(); local++) {
      addContentGradient(local, gradients, local * dimension);
    }
  }

  /** Moves the rows that this step met. */
  void update(double rate, double regularization) {
    for (int local = 0; local < videoIndex.size(); local++) {
      int row = idRows[videoIndex.member(local)];
      if (row >= 0) {
        ids.update(row, gradients, local * dimension, (float) rate, (float) regularization);
      }
    }
    for (int local = 0; local < tokenIndex.size(); local++) {
      int row = tokenIndex.member(local);
      int at = local * dimension;
      tokens.update(row, tokenGradients, at, (float) rate, (float) regularization);
    }
  }

  /** Representation of any video, as serving will have it. */
  void represent(int video, float[] out, int offset) {
    int count = content.tokenCount(video);
    for (int i = 0; i < count; i++) {
      tokens.addTo(content.token(video, i), 1f / count, out, offset);
    }
    if (idRows[video] >= 0) {
      ids.addTo(idRows[video], 1, out, offset);
    }
  }

  /** The table of token embeddings. */
  EmbeddingTable tokens() {
    return tokens;
  }

  /** The table of id embeddings. */
  EmbeddingTable ids() {
    return ids;
  }

  /** Row of a video in {@link #ids}, -1 for one without. */
  int idRow(int video) {
    return idRows[video];
  }

  /** Gradient of the embedding of {@code token} in this step, for tests. */
  float[] tokenGradient(int token) {
    int at = tokenIndex.add(token) * dimension;
    return Arrays.copyOfRange(tokenGradients, at, at + dimension);
  }

  /** Gradient of the id embedding of {@code video} in this step, for tests. */
  float[] idGradient(int video) {
    int at = videoIndex.add(video) * dimension;
    return Arrays.copyOfRange(gradients, at, at + dimension);
  }
}
