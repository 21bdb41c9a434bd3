package watchnext.model.twotower;

import watchnext.feature.History;
import watchnext.feature.content.VideoContent;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * The two-tower retriever's model: a user tower over history, attributes and context, a video tower
 * over id and content, both onto the unit sphere, where the inner product is the score.
 *
 * <pre>{@code
 * representation(v) = id embedding (one shared by all videos that training never met)
 * + mean of its token embeddings
 * pooled(user)      = weighted mean of the representations of the latest videos, see HistoryConfig
 * user vector       = tower([pooled, attributes, log size of history, days since the last watch])
 * video vector      = tower([representation, dense values of the content])
 * score             = <user vector, video vector>
 * }</pre>
 *
 * <p>No user id is needed, so a new user has a vector from the first request, and another one after
 * each watch. A video that training never met is represented by its content. Made by {@link
 * TwoTowerTrainer}; holds plain arrays only, and needs no native library. Cost: encoding a user
 * reads {@code history.length} rows and multiplies two small matrices, a few microseconds.
 *
 * <p>References: Covington et al., RecSys 2016 [covington2016]; Yi et al., RecSys 2019 [yi2019].
 * <i>Immutable.</i>
 */
public final class TwoTower {

  /** What the user tower is told beside attributes: size and age of the history. */
  static final int HISTORY_VALUES = 2;

  private static final int BLOCK = 256;
  private static final String KIND = "two-tower 4";

  private final HistoryConfig history;
  private final float[] placeWeights;
  private final VideoRepresentations representations;
  private final DenseTower userTower;
  private final DenseTower videoTower;

  /**
   * A model of these parts.
   *
   * @param history how histories are pooled, the same as in training
   */
  TwoTower(
      HistoryConfig history,
      VideoRepresentations representations,
      DenseTower userTower,
      DenseTower videoTower) {
    int dimension = representations.dimension();
    Require.that(
        userTower.dimension() == dimension && videoTower.dimension() == dimension,
        "representations and towers must have one dimension, were %s, %s, %s",
        dimension,
        userTower.dimension(),
        videoTower.dimension());
    Require.that(
        userTower.width() >= dimension + HISTORY_VALUES,
        "the user tower's width must be at least dimension + %s, was %s",
        HISTORY_VALUES,
        userTower.width());
    this.history = history;
    this.placeWeights = history.placeWeights();
    this.representations = representations;
    this.userTower = userTower;
    this.videoTower = videoTower;
  }

  /** Length of the vectors. */
  public int dimension() {
    return representations.dimension();
  }

  /** Length of the attributes that {@link #encodeUser} wants. */
  public int attributesWidth() {
    return userTower.width() - dimension() - HISTORY_VALUES;
  }

  /** Whether training met this video, so that it has an embedding of its own beside its content. */
  public boolean hasMet(int video) {
    return representations.isMet(video);
  }

  /**
   * Writes the unit vector of a user to {@code out}.
   *
   * @param watched good watches so far, oldest first
   * @param attributes attributes and context, see {@link watchnext.feature.content.UserAttributes}
   * @param now seconds since 1970, not before the last watch
   * @param out of length {@link #dimension}
   * @throws IllegalArgumentException when a length is wrong
   */
  public void encodeUser(History watched, float[] attributes, long now, float[] out) {
    Require.that(
        attributes.length == attributesWidth(),
        "attributes must have length %s, had %s",
        attributesWidth(),
        attributes.length);
    Matrix input = new Matrix(1, userTower.width());
    representations.pool(watched, history, placeWeights, input.data());
    System.arraycopy(attributes, 0, input.data(), dimension(), attributes.length);
    int at = dimension() + attributes.length;
    long last = watched.size() == 0 ? now : watched.epochSecond(watched.size() - 1);
    historyValues(watched.size(), now - last, input.data(), at);
    userTower.forward(input, 1, new Matrix(1, dimension(), out), 0);
  }

  /** The values of the user's input that tell of the history as a whole. */
  static void historyValues(int size, long secondsSinceLast, float[] out, int offset) {
    out[offset] = (float) Math.log(1.0 + size) / 4;
    out[offset + 1] = (float) Math.log(1 + Math.max(0, secondsSinceLast) / 86_400.0) / 6;
  }

  /** Writes the unit vector of one video to {@code out}; it may be newer than the model. */
  public void encodeVideo(int video, VideoContent content, float[] out) {
    requireFit(content);
    encodeVideos(video, 1, content, new Matrix(1, dimension(), out), 0);
  }

  /** The unit vectors of all videos of {@code content}, row = ordinal. */
  public Matrix encodeVideos(VideoContent content) {
    requireFit(content);
    Matrix out = new Matrix(content.size(), dimension());
    for (int first = 0; first < content.size(); first += BLOCK) {
      encodeVideos(first, Math.min(BLOCK, content.size() - first), content, out, first);
    }
    return out;
  }

  private void encodeVideos(int first, int count, VideoContent content, Matrix out, int outRow) {
    Matrix input = new Matrix(count, videoTower.width());
    for (int i = 0; i < count; i++) {
      int at = input.offset(i);
      representations.add(first + i, content, input.data(), at);
      for (int k = 0; k < content.denseWidth(); k++) {
        input.data()[at + dimension() + k] = content.dense(first + i, k);
      }
    }
    videoTower.forward(input, count, out, outRow);
  }

  /**
   * The same model that also knows the next video, which was uploaded just now: it counts in
   * histories from now on, by its content. Only the newest model can learn of another; none of them
   * are saved with it.
   *
   * @param content of this video, perhaps of it alone
   */
  public TwoTower knowingNext(VideoContent content) {
    requireFit(content);
    return new TwoTower(history, representations.with(content), userTower, videoTower);
  }

  private void requireFit(VideoContent content) {
    int buckets = representations.buckets();
    int dense = videoTower.width() - dimension();
    Require.that(
        content.buckets() == buckets && content.denseWidth() == dense,
        "content must have %s buckets and %s dense values, had %s and %s",
        buckets,
        dense,
        content.buckets(),
        content.denseWidth());
  }

  /** The model as named arrays. */
  public Tensors toTensors() {
    Tensors.Builder builder =
        Tensors.builder()
            .set("kind", KIND)
            .set("history.length", Integer.toString(history.length()))
            .set("history.decay", Double.toString(history.decay()))
            .set("history.halfLifeDays", Double.toString(history.halfLifeDays()));
    representations.putInto(builder);
    userTower.putInto(builder, "user");
    videoTower.putInto(builder, "video");
    return builder.build();
  }

  /**
   * The model that {@link #toTensors} gave.
   *
   * @throws IllegalArgumentException when an array or setting is missing or does not fit
   */
  public static TwoTower fromTensors(Tensors tensors) {
    String kind = tensors.setting("kind");
    Require.that(kind.equals(KIND), "kind must be \"%s\", was \"%s\"", KIND, kind);
    HistoryConfig history =
        new HistoryConfig(
            Integer.parseInt(tensors.setting("history.length")),
            Double.parseDouble(tensors.setting("history.decay")),
            Double.parseDouble(tensors.setting("history.halfLifeDays")));
    return new TwoTower(
        history,
        VideoRepresentations.from(tensors),
        DenseTower.from(tensors, "user"),
        DenseTower.from(tensors, "video"));
  }
}
