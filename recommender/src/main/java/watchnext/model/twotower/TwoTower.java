package watchnext.model.twotower;

import watchnext.feature.History;
import watchnext.feature.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Tensors;

/**
 * The two-tower retriever's model: a user tower over history, attributes and context, a video tower
 * over id and content, both onto the unit sphere, where the inner product is the score.
 *
 * <pre>{@code
 * representation(v) = id embedding (one shared by all videos that training never met)
 * + mean of its token embeddings
 * pooled(user)      = weighted mean of the representations of the latest videos, see HistoryConfig
 * user vector       = tower([pooled, attributes, log size of history, days since the last watch])
 * video vector      = tower([representation, dense values of the content]), nearer to the mean
 * user by newVideoLift when training never met v
 * }</pre>
 *
 * <p>No user id takes part, so a new user has a vector from the first request, and another one
 * after each watch. A video that training never met is represented by its content. Made by {@link
 * TwoTowerTrainer}; holds plain arrays only, and needs no native library. Cost: encoding a user
 * reads {@code history.length} rows and multiplies two small matrices, a few microseconds.
 *
 * <p>References: Covington et al., RecSys 2016 [covington2016]; Yi et al., RecSys 2019 [yi2019].
 * <i>Immutable.</i>
 */
public final class TwoTower {

  /** What the user tower is told beside attributes: size and age of the history. */
  static final int HISTORY_VALUES = 2;

  private static final Kernels KERNELS = Kernels.BEST;
  private static final int BLOCK = 256;
  private static final String KIND = "two-tower 2";

  private final HistoryConfig history;
  private final float[] placeWeights;
  private final double temperature;
  private final VideoRepresentations representations;
  private final DenseTower userTower;
  private final DenseTower videoTower;
  private final float[] newVideoLift;

  /**
   * Takes ownership of the arrays.
   *
   * @param history how histories are pooled, the same as in training
   * @param temperature that the loss ended with; divides scores when they are to be logits
   * @param newVideoLift what is added to the vector of a video that training never met
   */
  TwoTower(
      HistoryConfig history,
      double temperature,
      VideoRepresentations representations,
      DenseTower userTower,
      DenseTower videoTower,
      float[] newVideoLift) {
    int dimension = userTower.dimension();
    if (videoTower.dimension() != dimension || representations.dimension() != dimension) {
      throw new IllegalArgumentException(
          "all parts must have one dimension, were %d, %d, %d"
              .formatted(dimension, videoTower.dimension(), representations.dimension()));
    }
    requireLength("newVideoLift", newVideoLift, dimension);
    if (userTower.width() < dimension + HISTORY_VALUES) {
      throw new IllegalArgumentException(
          "the user tower's width must be at least dimension + "
              + HISTORY_VALUES
              + ", was "
              + userTower.width());
    }
    this.history = history;
    this.placeWeights = history.placeWeights();
    this.temperature = temperature;
    this.representations = representations;
    this.userTower = userTower;
    this.videoTower = videoTower;
    this.newVideoLift = newVideoLift;
  }

  /** Length of the vectors. */
  public int dimension() {
    return userTower.dimension();
  }

  /** Length of the attributes that {@link #encodeUser} wants. */
  public int attributesWidth() {
    return userTower.width() - dimension() - HISTORY_VALUES;
  }

  /** Number of videos whose representation is known; others count nothing in a history. */
  public int knownVideos() {
    return representations.size();
  }

  /** What divides an inner product to make it a logit of the softmax. */
  public double temperature() {
    return temperature;
  }

  /**
   * Writes the unit vector of a user to {@code out}.
   *
   * @param watched good watches so far, oldest first
   * @param attributes attributes and context, see {@link watchnext.feature.UserAttributes}
   * @param now seconds since 1970, not before the last watch
   * @param out of length {@link #dimension}
   * @throws IllegalArgumentException when a length is wrong
   */
  public void encodeUser(History watched, float[] attributes, long now, float[] out) {
    requireLength("attributes", attributes, attributesWidth());
    requireLength("out", out, dimension());
    Matrix input = new Matrix(1, userTower.width());
    pool(watched, input.data());
    System.arraycopy(attributes, 0, input.data(), dimension(), attributes.length);
    int at = dimension() + attributes.length;
    long last = watched.size() == 0 ? now : watched.epochSecond(watched.size() - 1);
    historyValues(watched.size(), now - last, input.data(), at);
    userTower.forward(input, 1, new Matrix(1, dimension(), out), 0);
  }

  private void pool(History watched, float[] out) {
    int size = watched.size();
    int[] videos = new int[Math.min(size, history.length())];
    float[] weights = new float[videos.length];
    int used = 0;
    float sum = 0;
    for (int place = 0; place < videos.length; place++) {
      int i = size - 1 - place;
      if (watched.video(i) < representations.size()) {
        long age = watched.epochSecond(size - 1) - watched.epochSecond(i);
        weights[used] = history.weight(placeWeights[place], age);
        videos[used] = watched.video(i);
        sum += weights[used++];
      }
    }
    for (int j = 0; j < used; j++) {
      weights[j] /= sum;
    }
    representations.pool(videos, weights, used, history.attention(), out);
  }

  /** The values of the user's input that tell of the history as a whole. */
  static void historyValues(int size, long secondsSinceLast, float[] out, int offset) {
    out[offset] = (float) Math.log(1.0 + size) / 4;
    out[offset + 1] = (float) Math.log(1 + Math.max(0, secondsSinceLast) / 86_400.0) / 6;
  }

  /** Writes the unit vector of one video to {@code out}; it may be newer than the model. */
  public void encodeVideo(int video, VideoContent content, float[] out) {
    requireLength("out", out, dimension());
    requireFit(content);
    Matrix input = new Matrix(1, videoTower.width());
    videoInput(video, content, input, 0);
    videoTower.forward(input, 1, new Matrix(1, dimension(), out), 0);
    lift(video, out, 0);
  }

  /** Whether training met this video, so that it has an embedding of its own beside its content. */
  public boolean hasMet(int video) {
    return representations.isMet(video);
  }

  /** The unit vectors of all videos of {@code content}, row = ordinal. */
  public Matrix encodeVideos(VideoContent content) {
    requireFit(content);
    Matrix out = new Matrix(content.size(), dimension());
    Matrix input = new Matrix(BLOCK, videoTower.width());
    for (int first = 0; first < content.size(); first += BLOCK) {
      int count = Math.min(BLOCK, content.size() - first);
      java.util.Arrays.fill(input.data(), 0);
      for (int i = 0; i < count; i++) {
        videoInput(first + i, content, input, i);
      }
      videoTower.forward(input, count, out, first);
      for (int i = 0; i < count; i++) {
        lift(first + i, out.data(), out.offset(first + i));
      }
    }
    return out;
  }

  private void lift(int video, float[] vectors, int offset) {
    if (!representations.isMet(video)) {
      KERNELS.axpy(1, newVideoLift, 0, vectors, offset, newVideoLift.length);
      DenseTower.normalize(vectors, offset, newVideoLift.length);
    }
  }

  private void videoInput(int video, VideoContent content, Matrix input, int row) {
    int at = input.offset(row);
    representations.add(video, content, input.data(), at);
    for (int i = 0; i < content.denseWidth(); i++) {
      input.data()[at + dimension() + i] = content.dense(video, i);
    }
  }

  /**
   * The same model that also knows videos uploaded since: they count in histories from now on, by
   * their content.
   *
   * @param content of all videos, the known ones first
   */
  public TwoTower knowing(VideoContent content) {
    requireFit(content);
    return new TwoTower(
        history,
        temperature,
        representations.extended(content),
        userTower,
        videoTower,
        newVideoLift);
  }

  /**
   * The same model that also knows the next video, which was uploaded just now. Only the newest
   * model can learn of another; none of them are saved with it.
   *
   * @param content of this video, perhaps of it alone
   */
  public TwoTower knowingNext(VideoContent content) {
    requireFit(content);
    return new TwoTower(
        history, temperature, representations.with(content), userTower, videoTower, newVideoLift);
  }

  private void requireFit(VideoContent content) {
    if (content.buckets() != representations.buckets()
        || content.denseWidth() != videoTower.width() - dimension()) {
      throw new IllegalArgumentException(
          "content must have %d buckets and %d dense values, had %d and %d"
              .formatted(
                  representations.buckets(),
                  videoTower.width() - dimension(),
                  content.buckets(),
                  content.denseWidth()));
    }
  }

  private static void requireLength(String name, float[] array, int length) {
    if (array.length != length) {
      throw new IllegalArgumentException(
          name + " must have length " + length + ", had " + array.length);
    }
  }

  /** The model as named arrays. */
  public Tensors toTensors() {
    Tensors.Builder builder =
        Tensors.builder()
            .set("kind", KIND)
            .set("history.length", Integer.toString(history.length()))
            .set("history.decay", Double.toString(history.decay()))
            .set("history.halfLifeDays", Double.toString(history.halfLifeDays()))
            .set("history.attention", Double.toString(history.attention()))
            .set("temperature", Double.toString(temperature));
    representations.putInto(builder);
    builder.put("newVideoLift", newVideoLift, newVideoLift.length);
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
    if (!tensors.setting("kind").equals(KIND)) {
      throw new IllegalArgumentException(
          "kind must be \"" + KIND + "\", was \"" + tensors.setting("kind") + "\"");
    }
    HistoryConfig history =
        new HistoryConfig(
            Integer.parseInt(tensors.setting("history.length")),
            Double.parseDouble(tensors.setting("history.decay")),
            Double.parseDouble(tensors.setting("history.halfLifeDays")),
            Double.parseDouble(tensors.setting("history.attention")));
    return new TwoTower(
        history,
        Double.parseDouble(tensors.setting("temperature")),
        VideoRepresentations.from(tensors),
        DenseTower.from(tensors, "user"),
        DenseTower.from(tensors, "video"),
        tensors.floats("newVideoLift", -1));
  }
}
