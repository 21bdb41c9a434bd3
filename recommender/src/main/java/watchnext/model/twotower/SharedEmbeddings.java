package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.feature.content.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.ParallelRanges;

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
 * training knows from the videos whose id it drops.
 *
 * <p>A step runs {@link #clear}, {@link #add} for each video it meets, {@link #addWithoutId} for
 * those whose id it drops, {@link #read}, then gradients in, then {@link #backward} and {@link
 * #update}. Each distinct video is an <i>entry</i>, read and written once, whatever the number of
 * histories it is in; so is each video without its id.
 *
 * <p>Rows of a large table lie outside the caches, and a step is as long as it waits for them. So
 * each loop over entries fetches one thing for all of them; then the waits overlap. <i>Confined:
 * one thread at a time, which may set others to work.</i>
 */
final class SharedEmbeddings {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final double DEVIATION = 0.1;
  private static final int BLOCK = 512;

  private final int dimension;
  private final int threads;
  private final int[] rowOfVideo;
  private final EmbeddingTable ids;
  private final TokenEmbeddings tokens;
  private final LocalIndex index;
  private final SparseRows placesOfVideo = new SparseRows();
  private int videos;
  private int[] idRows = new int[1024];
  private float[] representations = new float[0];
  private float[] gradients = new float[0];

  /**
   * Fresh tables.
   *
   * @param seen whether training meets a video, by ordinal
   * @param threads threads of a step
   */
  SharedEmbeddings(
      VideoContent content, boolean[] seen, int dimension, int threads, RandomGenerator random) {
    this.dimension = dimension;
    this.threads = threads;
    this.rowOfVideo = new int[seen.length];
    int rows = 0;
    for (int v = 0; v < seen.length; v++) {
      rowOfVideo[v] = seen[v] ? rows++ : -1;
    }
    this.ids = new EmbeddingTable(rows, dimension, DEVIATION, random);
    this.tokens = new TokenEmbeddings(content, seen, dimension, threads, DEVIATION, random);
    this.index = new LocalIndex(seen.length);
  }

  /** Length of an embedding. */
  int dimension() {
    return dimension;
  }

  /** Forgets the last step's videos. */
  void clear() {
    index.clear();
    videos = 0;
  }

  /** The entry of a video of this step. */
  int add(int video) {
    int entry = index.add(video);
    videos = index.size();
    return entry;
  }

  /** Puts the videos' entries in the place of the videos of {@code histories}. */
  void addAll(SparseRows histories) {
    histories.renumber(index);
    videos = index.size();
  }

  /** A further entry for a video, as if training had never met it; after all of {@link #add}. */
  int addWithoutId(int video) {
    return index.append(video);
  }

  /** How many distinct videos this step has. */
  int size() {
    return videos;
  }

  /** Reads the tables for all entries. */
  void read() {
    int entries = index.size();
    idRows = idRows.length < entries ? new int[entries * 2] : idRows;
    for (int e = 0; e < entries; e++) {
      idRows[e] = e < videos ? rowOfVideo[index.members()[e]] : -1;
    }
    tokens.list(index.members(), idRows, entries);
    if (representations.length < entries * dimension) {
      representations = new float[entries * dimension * 3 / 2];
      gradients = new float[representations.length];
    }
    ParallelRanges.run(entries, BLOCK, threads, () -> this::read);
  }

  private void read(int from, int to) {
    ids.copyRows(idRows, from, to, representations);
    for (int e = from; e < to; e++) {
      tokens.addTo(e, representations, e * dimension);
    }
  }

  /** {@code out = representation}. */
  void copyTo(int entry, float[] out, int offset) {
    System.arraycopy(representations, entry * dimension, out, offset, dimension);
  }

  /** {@code out += pooled representations} of row {@code i} of {@code histories}. */
  void pool(SparseRows histories, int i, float[] out, int offset) {
    histories.addProduct(i, representations, out, offset, dimension);
  }

  /**
   * Sets the gradients of all entries to what comes through the pooled histories: {@code Hᵀ G},
   * with {@code H} the histories × entries and {@code G} the gradients of what they were pooled to.
   *
   * @param pooled histories × d
   */
  void setGradients(SparseRows histories, float[] pooled) {
    placesOfVideo.transpose(histories, index.size());
    ParallelRanges.run(
        index.size(), BLOCK, threads, () -> (from, to) -> setGradients(pooled, from, to));
  }

  private void setGradients(float[] pooled, int from, int to) {
    Arrays.fill(gradients, from * dimension, to * dimension, 0);
    for (int e = from; e < to; e++) {
      placesOfVideo.addProduct(e, pooled, gradients, e * dimension, dimension);
    }
  }

  /** Adds to the gradient of a representation. */
  void addGradient(int entry, float[] gradient, int offset) {
    KERNELS.axpy(1, gradient, offset, gradients, entry * dimension, dimension);
  }

  /** Hands the gradients on from representations to their tokens; before {@link #update}. */
  void backward() {
    tokens.backward();
  }

  /** Moves the rows that this step met. */
  void update(double rate) {
    ParallelRanges.run(
        videos,
        BLOCK,
        threads,
        () -> (from, to) -> ids.update(idRows, from, to, gradients, from * dimension, rate));
    tokens.update(gradients, rate);
  }

  /** Representation of any video, as serving will have it. */
  void represent(int video, float[] out, int offset) {
    int row = rowOfVideo[video];
    tokens.represent(video, row >= 0, out, offset);
    if (row >= 0) {
      ids.addTo(row, 1, out, offset);
    }
  }

  /** The table of token embeddings, and below them the one of videos without an id. */
  EmbeddingTable tokens() {
    return tokens.table();
  }

  /** The table of id embeddings. */
  EmbeddingTable ids() {
    return ids;
  }

  /** Row of a video in {@link #ids}, -1 for one without. */
  int idRow(int video) {
    return rowOfVideo[video];
  }

  /** Gradient of the embedding of {@code token} in this step, for tests. */
  float[] tokenGradient(int token) {
    return tokens.gradient(token, gradients);
  }

  /** Gradient of the id embedding of {@code video} in this step, for tests. */
  float[] idGradient(int video) {
    int at = index.add(video) * dimension;
    return Arrays.copyOfRange(gradients, at, at + dimension);
  }
}
