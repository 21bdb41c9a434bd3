package watchnext.model.twotower;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import watchnext.feature.History;
import watchnext.feature.content.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * What {@link SharedEmbeddings} learnt, as serving reads it: one representation a video known at
 * training, and the token embeddings that make one for any other video from its content, with a
 * last row that stands for the id it does not have. A token that no video of the training had is a
 * row of zeros, and does not count in the mean: see {@link TokenEmbeddings#common}.
 *
 * <p>Shapes: known videos × d, (buckets + 1) × d. Videos that came {@link #with} an upload have
 * rows of their own behind the known ones; they are not saved. <i>Immutable.</i>
 */
final class VideoRepresentations {

  private static final Kernels KERNELS = Kernels.BEST;

  private final Matrix known;
  private final Rows all;
  private final Matrix tokens;
  private final int[] met;
  private final BitSet learnt;

  /**
   * Takes ownership of the arrays.
   *
   * @param met 1 for each known video that training met, 0 for one that only its content tells of
   */
  VideoRepresentations(Matrix known, Matrix tokens, int[] met) {
    this(known, Rows.of(known), tokens, learnt(tokens), met);
  }

  private VideoRepresentations(Matrix known, Rows all, Matrix tokens, BitSet learnt, int[] met) {
    Require.that(
        known.columns() == tokens.columns(),
        "representations and tokens must have one dimension, were %s and %s",
        known.columns(),
        tokens.columns());
    this.known = known;
    this.all = all;
    Require.that(
        met.length <= known.rows(),
        "met must have at most one entry a representation, had %s of %s",
        met.length,
        known.rows());
    this.tokens = tokens;
    this.met = met;
    this.learnt = learnt;
  }

  /** The tokens that are not zeros. */
  private static BitSet learnt(Matrix tokens) {
    BitSet learnt = new BitSet(tokens.rows());
    for (int token = 0; token < tokens.rows(); token++) {
      int at = tokens.offset(token);
      int columns = tokens.columns();
      learnt.set(token, KERNELS.dot(tokens.data(), at, tokens.data(), at, columns) > 0);
    }
    return learnt;
  }

  /** Whether training met the video, so that it has an embedding of its own. */
  boolean isMet(int video) {
    return video < met.length && met[video] == 1;
  }

  int dimension() {
    return known.columns();
  }

  /** Number of token buckets. */
  int buckets() {
    return tokens.rows() - 1;
  }

  /**
   * {@code out += pooled history}: the weighted mean of the latest videos. Those without a
   * representation count nothing.
   *
   * @param placeWeights those of {@code config}
   */
  void pool(History watched, HistoryConfig config, float[] placeWeights, float[] out) {
    int last = watched.size() - 1;
    int[] videos = new int[Math.min(watched.size(), config.length())];
    float[] weights = new float[videos.length];
    int used = 0;
    float sum = 0;
    for (int place = 0; place < videos.length; place++) {
      int video = watched.video(last - place);
      if (video < all.size()) {
        long age = watched.epochSecond(last) - watched.epochSecond(last - place);
        weights[used] = config.weight(placeWeights[place], age);
        sum += weights[used];
        videos[used++] = video;
      }
    }
    for (int j = 0; j < used; j++) {
      weights[j] /= sum;
    }
    boolean isKnown = Arrays.stream(videos, 0, used).allMatch(video -> video < known.rows());
    float[] table = isKnown ? known.data() : sideBySide(videos, used);
    int[] rows = isKnown ? videos : IntStream.range(0, used).toArray();
    KERNELS.gatherRows(table, rows, weights, 0, used, out, 0, dimension());
  }

  /** The rows of {@code videos} in one array. */
  private float[] sideBySide(int[] videos, int count) {
    float[] rows = new float[count * dimension()];
    for (int i = 0; i < count; i++) {
      int video = videos[i];
      System.arraycopy(all.data(video), all.offset(video), rows, i * dimension(), dimension());
    }
    return rows;
  }

  /** {@code out += representation} of any video of {@code content}. */
  void add(int video, VideoContent content, float[] out, int offset) {
    if (video < all.size()) {
      KERNELS.axpy(1, all.data(video), all.offset(video), out, offset, dimension());
      return;
    }
    int count = 0;
    for (int i = 0; i < content.tokenCount(video); i++) {
      count += learnt.get(content.token(video, i)) ? 1 : 0;
    }
    for (int i = 0; i < content.tokenCount(video); i++) {
      if (learnt.get(content.token(video, i))) {
        int from = tokens.offset(content.token(video, i));
        KERNELS.axpy(1f / count, tokens.data(), from, out, offset, dimension());
      }
    }
    KERNELS.axpy(1, tokens.data(), tokens.offset(buckets()), out, offset, dimension());
  }

  /** These and, by its content, the next video. */
  VideoRepresentations with(VideoContent content) {
    float[] row = new float[dimension()];
    add(all.size(), content, row, 0);
    return new VideoRepresentations(known, all.with(row), tokens, learnt, met);
  }

  void putInto(Tensors.Builder tensors) {
    tensors.put("representations", known).put("tokens", tokens).put("met", met, met.length);
  }

  static VideoRepresentations from(Tensors tensors) {
    return new VideoRepresentations(
        tensors.matrix("representations"), tensors.matrix("tokens"), tensors.ints("met", -1));
  }
}
