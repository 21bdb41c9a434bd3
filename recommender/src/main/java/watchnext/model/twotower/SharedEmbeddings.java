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
 * met has no id embedding; in its place stands one embedding that all such videos share, which
 * training knows from the videos whose id it drops. The shared one is kept as a last row of the
 * tokens. A step runs {@link #clear}, {@link #add} for each video it meets, {@link #read}, then
 * gradients in, then {@link #update}; each distinct video is read and written once, whatever the
 * number of histories it is in. <i>Confined: one thread at a time.</i>
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
  private int[] tokenStarts = new int[1024];
  private int[] tokenLocals = new int[8192];
  private float[] tokenWeights = new float[8192];
  private float[] tokenValues = new float[0];
  private float[] tokenGradients = new float[0];
  private float[] representations = new float[0];
  private float[] gradients = new float[0];
  private int[] metRows = new int[1024];
  private int unknown;

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
    this.tokens = new EmbeddingTable(content.buckets() + 1, dimension, DEVIATION, random);
    this.videoIndex = new LocalIndex(seen.length);
    this.tokenIndex = new LocalIndex(content.buckets() + 1);
  }

  /** Length of an embedding. */
  int dimension() {
    return dimension;
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
    listTokens();
    // Tokens are shared by many videos: copied together, they are read from the cache.
    tokenValues = grown(tokenValues, tokenIndex.size() * dimension);
    for (int local = 0; local < tokenIndex.size(); local++) {
      tokens.copyTo(tokenIndex.member(local), tokenValues, local * dimension);
    }
    tokenGradients = grown(tokenGradients, tokenIndex.size() * dimension);
    Arrays.fill(tokenGradients, 0, tokenIndex.size() * dimension, 0);
    int length = videoIndex.size() * dimension;
    representations = grown(representations, length);
    gradients = grown(gradients, length);
    Arrays.fill(gradients, 0, length, 0);
    // Two loops: the first misses the cache at every row, and alone its misses overlap.
    for (int local = 0; local < videoIndex.size(); local++) {
      int at = local * dimension;
      int row = idRows[videoIndex.member(local)];
      if (row >= 0) {
        ids.copyTo(row, representations, at);
      } else {
        System.arraycopy(tokenValues, unknown * dimension, representations, at, dimension);
      }
    }
    for (int local = 0; local < videoIndex.size(); local++) {
      addContent(local, representations, local * dimension);
    }
  }

  private void listTokens() {
    if (tokenStarts.length <= videoIndex.size()) {
      tokenStarts = new int[videoIndex.size() * 2];
    }
    int used = 0;
    for (int local = 0; local < videoIndex.size(); local++) {
      int video = videoIndex.member(local);
      int count = content.tokenCount(video);
      if (used + count > tokenLocals.length) {
        tokenLocals = Arrays.copyOf(tokenLocals, (used + count) * 2);
        tokenWeights = Arrays.copyOf(tokenWeights, tokenLocals.length);
      }
      for (int i = 0; i < count; i++) {
        tokenWeights[used] = 1f / count;
        tokenLocals[used++] = tokenIndex.add(content.token(video, i));
      }
      tokenStarts[local + 1] = used;
    }
    unknown = tokenIndex.add(content.buckets());
  }

  private static float[] grown(float[] array, int length) {
    return array.length >= length ? array : new float[length + length / 2];
  }

  /** {@code out += representation}. */
  void addRepresentation(int local, float[] out, int offset) {
    KERNELS.axpy(1, representations, local * dimension, out, offset, dimension);
  }

  /** {@code out += sum of weights[i] * representation of locals[i]} for i in [from, to). */
  void addRepresentations(
      int[] locals, float[] weights, int from, int to, float[] out, int offset) {
    KERNELS.gatherRows(representations, locals, weights, from, to, out, offset, dimension);
  }

  /** Replaces the weights of a history by those of {@link HistoryAttention}. */
  void attend(int[] locals, float[] weights, int from, int to, double sharpness) {
    HistoryAttention.weigh(representations, locals, weights, from, to, sharpness, dimension);
  }

  /** Adds what of a pooled history's gradient goes through the weights of attention. */
  void addAttentionGradients(
      int[] locals,
      float[] weights,
      int from,
      int to,
      double sharpness,
      float[] gradient,
      int offset) {
    HistoryAttention.backward(
        representations,
        locals,
        weights,
        from,
        to,
        sharpness,
        gradient,
        offset,
        gradients,
        dimension);
  }

  /** {@code out += representation} as if training had never met the video. */
  void addUnknown(int local, float[] out, int offset) {
    addContent(local, out, offset);
    KERNELS.axpy(1, tokenValues, unknown * dimension, out, offset, dimension);
  }

  private void addContent(int local, float[] out, int offset) {
    int from = tokenStarts[local];
    int to = tokenStarts[local + 1];
    KERNELS.gatherRows(tokenValues, tokenLocals, tokenWeights, from, to, out, offset, dimension);
  }

  /** Adds to the gradient of a representation. */
  void addGradient(int local, float[] gradient, int offset) {
    KERNELS.axpy(1, gradient, offset, gradients, local * dimension, dimension);
  }

  /** Adds {@code weights[i] * gradient} to the gradient of representation {@code locals[i]}. */
  void addGradients(int[] locals, float[] weights, int from, int to, float[] gradient, int offset) {
    KERNELS.scatterRows(gradient, offset, locals, weights, from, to, gradients, dimension);
  }

  /** Adds to the gradient of {@link #addUnknown}. */
  void addUnknownGradient(int local, float[] gradient, int offset) {
    addContentGradient(local, gradient, offset);
    KERNELS.axpy(1, gradient, offset, tokenGradients, unknown * dimension, dimension);
  }

  private void addContentGradient(int local, float[] gradient, int offset) {
    int from = tokenStarts[local];
    int to = tokenStarts[local + 1];
    KERNELS.scatterRows(
        gradient, offset, tokenLocals, tokenWeights, from, to, tokenGradients, dimension);
  }

  /** Hands the gradients on from representations to their tokens; before {@link #update}. */
  void backward() {
    for (int local = 0; local < videoIndex.size(); local++) {
      if (idRows[videoIndex.member(local)] < 0) {
        addUnknownGradient(local, gradients, local * dimension);
      } else {
        addContentGradient(local, gradients, local * dimension);
      }
    }
  }

  /** Moves the rows that this step met. */
  void update(double rate, double regularization) {
    metRows = metRows.length < videoIndex.size() ? new int[videoIndex.size() * 2] : metRows;
    for (int local = 0; local < videoIndex.size(); local++) {
      metRows[local] = idRows[videoIndex.member(local)];
    }
    ids.update(metRows, videoIndex.size(), gradients, rate, regularization);
    metRows = metRows.length < tokenIndex.size() ? new int[tokenIndex.size() * 2] : metRows;
    for (int local = 0; local < tokenIndex.size(); local++) {
      metRows[local] = tokenIndex.member(local);
    }
    tokens.update(metRows, tokenIndex.size(), tokenGradients, rate, regularization);
  }

  /** Representation of any video, as serving will have it. */
  void represent(int video, float[] out, int offset) {
    int count = content.tokenCount(video);
    for (int i = 0; i < count; i++) {
      tokens.addTo(content.token(video, i), 1f / count, out, offset);
    }
    if (idRows[video] >= 0) {
      ids.addTo(idRows[video], 1, out, offset);
    } else {
      tokens.addTo(content.buckets(), 1, out, offset);
    }
  }

  /** The table of token embeddings, and below them the one of videos without an id. */
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
