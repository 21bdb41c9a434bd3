package watchnext.model.twotower;

import watchnext.feature.History;
import watchnext.feature.VideoContent;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Tensors;
import watchnext.require.Require;

/**
 * The two-tower retriever's model: a user tower over history, attributes and context, a video tower
 * over id and content, both onto the unit sphere, where the inner product is the score.
 *
 * <pre>{@code
 * representation(v) = id embedding (one shared by all videos that training never met)
 * + mean of its token embeddings
 * pooled(user)      = weighted mean of the representations of the latest videos, see HistoryConfig
 * own(user)         = the user's id vector; 0 when there are none, or training never met the user
 * user vector       = tower([pooled + own, attributes, log size of history, days since the last watch])
 * video vector      = tower([representation, dense values of the content]), nearer to the mean
 * user by newVideoLift when training never met v
 * score             = <user vector, video vector>, and the video's PopularityOffsets where asked for
 * }</pre>
 *
 * <p>No user id is needed, so a new user has a vector from the first request, and another one after
 * each watch; where ids are learnt, see {@link UserIdConfig}, they add to it. A video that training
 * never met is represented by its content. Made by {@link TwoTowerTrainer}; holds plain arrays
 * only, and needs no native library. Cost: encoding a user reads {@code history.length} rows and
 * multiplies two small matrices, a few microseconds.
 *
 * <p>References: Covington et al., RecSys 2016 [covington2016]; Yi et al., RecSys 2019 [yi2019].
 * <i>Immutable.</i>
 */
public final class TwoTower {

  /** In the place of a user's ordinal: somebody of whom only the history is known. */
  public static final int UNKNOWN_USER = -1;

  /** What the user tower is told beside attributes: size and age of the history. */
  static final int HISTORY_VALUES = 2;

  private static final Kernels KERNELS = Kernels.BEST;
  private static final String KIND = "two-tower 3";

  private final HistoryConfig history;
  private final HistoryPooling pooling;
  private final VideoEncoder videos;
  private final Matrix userIds;
  private final DenseTower userTower;
  private final PopularityOffsets popularity;
  private final double temperature;

  /**
   * Takes ownership of the arrays.
   *
   * @param history how histories are pooled, the same as in training
   * @param userIds vectors of users, row = ordinal; no rows when none were learnt
   * @param temperature that the loss ended with; divides scores when they are to be logits
   */
  TwoTower(
      HistoryConfig history,
      VideoEncoder videos,
      Matrix userIds,
      DenseTower userTower,
      double temperature) {
    int dimension = userTower.dimension();
    Require.that(
        videos.dimension() == dimension && userIds.columns() == dimension,
        "users, videos and user ids must have one dimension, were %d, %d, %d",
        dimension,
        videos.dimension(),
        userIds.columns());
    Require.that(
        userTower.width() >= dimension + HISTORY_VALUES,
        "the user tower's width must be at least dimension + %s, was %s",
        HISTORY_VALUES,
        userTower.width());
    this.history = history;
    this.pooling = new HistoryPooling(history, videos.representations());
    this.videos = videos;
    this.userIds = userIds;
    this.userTower = userTower;
    this.popularity = videos.popularity();
    this.temperature = temperature;
  }

  /** Length of the vectors. */
  public int dimension() {
    return core() + popularity.width();
  }

  /** Length of the towers' outputs. */
  private int core() {
    return userTower.dimension();
  }

  /** Length of the attributes that {@link #encodeUser} wants. */
  public int attributesWidth() {
    return userTower.width() - core() - HISTORY_VALUES;
  }

  /** Number of videos whose representation is known; others count nothing in a history. */
  public int knownVideos() {
    return videos.representations().size();
  }

  /** What divides an inner product to make it a logit of the softmax. */
  public double temperature() {
    return temperature * popularity.scale();
  }

  /** How popularity stands in the vectors. */
  PopularityOffsets popularity() {
    return popularity;
  }

  /** Writes the unit vector of a user of whom only the history is known, see below. */
  public void encodeUser(History watched, float[] attributes, long now, float[] out) {
    encodeUser(UNKNOWN_USER, watched, attributes, now, out);
  }

  /**
   * Writes the unit vector of a user to {@code out}.
   *
   * @param user ordinal, {@link #UNKNOWN_USER} or one that training never met: history alone counts
   * @param watched good watches so far, oldest first
   * @param attributes attributes and context, see {@link watchnext.feature.UserAttributes}
   * @param now seconds since 1970, not before the last watch
   * @param out of length {@link #dimension}
   * @throws IllegalArgumentException when a length is wrong
   */
  public void encodeUser(int user, History watched, float[] attributes, long now, float[] out) {
    requireLength("attributes", attributes, attributesWidth());
    requireLength("out", out, dimension());
    Matrix input = new Matrix(1, userTower.width());
    pooling.pool(watched, input.data());
    if (user >= 0 && user < userIds.rows()) {
      KERNELS.axpy(1, userIds.data(), userIds.offset(user), input.data(), 0, core());
    }
    System.arraycopy(attributes, 0, input.data(), core(), attributes.length);
    int at = core() + attributes.length;
    long last = watched.size() == 0 ? now : watched.epochSecond(watched.size() - 1);
    historyValues(watched.size(), now - last, input.data(), at);
    Matrix vector = new Matrix(1, core());
    userTower.forward(input, 1, vector, 0);
    popularity.user(vector.data(), out);
  }

  /** The values of the user's input that tell of the history as a whole. */
  static void historyValues(int size, long secondsSinceLast, float[] out, int offset) {
    out[offset] = (float) Math.log(1.0 + size) / 4;
    out[offset + 1] = (float) Math.log(1 + Math.max(0, secondsSinceLast) / 86_400.0) / 6;
  }

  /** Writes the unit vector of one video to {@code out}; it may be newer than the model. */
  public void encodeVideo(int video, VideoContent content, float[] out) {
    requireLength("out", out, dimension());
    videos.encode(video, content, out);
  }

  /** Whether training met this video, so that it has an embedding of its own beside its content. */
  public boolean hasMet(int video) {
    return videos.representations().isMet(video);
  }

  /** The unit vectors of all videos of {@code content}, row = ordinal. */
  public Matrix encodeVideos(VideoContent content) {
    return videos.encodeAll(content);
  }

  /**
   * The same model that also knows videos uploaded since: they count in histories from now on, by
   * their content.
   *
   * @param content of all videos, the known ones first
   */
  public TwoTower knowing(VideoContent content) {
    return new TwoTower(history, videos.knowing(content), userIds, userTower, temperature);
  }

  /**
   * The same model that also knows the next video, which was uploaded just now. Only the newest
   * model can learn of another; none of them are saved with it.
   *
   * @param content of this video, perhaps of it alone
   */
  public TwoTower knowingNext(VideoContent content) {
    return new TwoTower(history, videos.knowingNext(content), userIds, userTower, temperature);
  }

  static void requireLength(String name, float[] array, int length) {
    Require.that(
        array.length == length, "%s must have length %s, had %s", name, length, array.length);
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
            .set("temperature", Double.toString(temperature))
            .put("userIds", userIds);
    videos.putInto(builder);
    userTower.putInto(builder, "user");
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
        VideoEncoder.from(tensors),
        tensors.matrix("userIds"),
        DenseTower.from(tensors, "user"),
        Double.parseDouble(tensors.setting("temperature")));
  }
}
