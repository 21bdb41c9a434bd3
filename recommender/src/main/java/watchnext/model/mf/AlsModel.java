package watchnext.model.mf;

import java.util.Arrays;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * The factors of users and videos that {@link AlsTrainer} found, and the way to make a factor for
 * anybody from a list of watches.
 *
 * <p>Shapes: users |U| × d, videos |I| × d, both in the principal axes of the videos, so that the
 * Gram matrix of the videos is the diagonal that is kept here. A video nobody watched has a factor
 * of zeros. <i>Immutable (the matrices must not be written to).</i>
 */
public final class AlsModel {

  private final AlsConfig config;
  private final Matrix users;
  private final Matrix videos;
  private final float[] spectrum;

  /**
   * A model of given factors.
   *
   * @param spectrum diagonal of the Gram matrix of {@code videos}
   * @throws IllegalArgumentException when shapes do not belong together or a value is not finite
   */
  AlsModel(AlsConfig config, Matrix users, Matrix videos, float[] spectrum) {
    int d = config.dimension();
    Require.that(
        users.columns() == d && videos.columns() == d && spectrum.length == d,
        "users, videos and spectrum must have %d columns, had %d, %d and %d",
        d,
        users.columns(),
        videos.columns(),
        spectrum.length);
    checkFinite("users", users.data());
    checkFinite("videos", videos.data());
    checkFinite("spectrum", spectrum);
    this.config = config;
    this.users = users;
    this.videos = videos;
    this.spectrum = spectrum;
  }

  private static void checkFinite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(name + " must be finite, held " + value);
      }
    }
  }

  /** The settings it was trained with. */
  public AlsConfig config() {
    return config;
  }

  /** Length d of a factor. */
  public int dimension() {
    return config.dimension();
  }

  /** Factors of the users known in training, one row each. Read only. */
  public Matrix users() {
    return users;
  }

  /** Factors of the videos, one row each. Read only. */
  public Matrix videos() {
    return videos;
  }

  /** The score of {@code video} for the known user {@code user}. */
  public float score(int user, int video) {
    return Kernels.BEST.dot(
        users.data(), users.offset(user), videos.data(), videos.offset(video), dimension());
  }

  /** The score of {@code video} for a factor that {@link #foldIn} made. */
  public float score(float[] factor, int video) {
    return Kernels.BEST.dot(factor, 0, videos.data(), videos.offset(video), dimension());
  }

  /**
   * The scores of {@code count} videos for a factor, to rounding those of {@link #score}.
   *
   * @param from the first of them
   * @param out with room for {@code count}, rounded up to a multiple of 4
   */
  public void scores(float[] factor, int from, int count, float[] out) {
    Kernels.BEST.dotRange(factor, videos.data(), videos.offset(from), dimension(), count, out);
  }

  /**
   * Solves the training equation of one user for the given watches: for a user of the training set
   * and the same watches the result is the user's factor, bit for bit.
   *
   * <p>A video that comes twice counts once; ordinals beyond the model's videos (uploaded since)
   * are passed over. Cost for n &lt; d watches: n² d/2 multiplications.
   *
   * @param watched video ordinals, in any order
   * @param count how many of {@code watched} are used
   * @param out receives d values; zeros when no watch is known to the model
   * @return number of different videos used
   */
  public int foldIn(int[] watched, int count, float[] out) {
    int[] known = Arrays.copyOf(watched, count);
    Arrays.sort(known);
    int used = 0;
    for (int video : known) {
      boolean repeated = used > 0 && known[used - 1] == video;
      if (!repeated && video < videos.rows()) {
        known[used++] = video;
      }
    }
    new RowSolver(videos, spectrum, config.unobservedWeight())
        .solve(known, used, config.penalty(used, videos.rows()), out, 0);
    return used;
  }

  /** The model as named arrays. */
  public Tensors toTensors() {
    return Tensors.builder()
        .put("users", users)
        .put("videos", videos)
        .put("spectrum", spectrum, dimension())
        .set("dimension", Integer.toString(config.dimension()))
        .set("epochs", Integer.toString(config.epochs()))
        .set("unobservedWeight", Double.toString(config.unobservedWeight()))
        .set("regularization", Double.toString(config.penalty().regularization()))
        .set("frequencyExponent", Double.toString(config.penalty().frequencyExponent()))
        .set("unobservedShare", Double.toString(config.penalty().unobservedShare()))
        .set("initialStdDev", Double.toString(config.initialStdDev()))
        .set("threads", Integer.toString(config.threads()))
        .build();
  }

  /**
   * The model that {@link #toTensors} wrote.
   *
   * @throws IllegalArgumentException when something is missing or does not belong together
   */
  public static AlsModel of(Tensors tensors) {
    AlsConfig config =
        new AlsConfig(
            Integer.parseInt(tensors.setting("dimension")),
            Integer.parseInt(tensors.setting("epochs")),
            Double.parseDouble(tensors.setting("unobservedWeight")),
            new AlsPenalty(
                Double.parseDouble(tensors.setting("regularization")),
                Double.parseDouble(tensors.setting("frequencyExponent")),
                Double.parseDouble(tensors.setting("unobservedShare"))),
            Double.parseDouble(tensors.setting("initialStdDev")),
            Integer.parseInt(tensors.setting("threads")));
    return new AlsModel(
        config,
        tensors.matrix("users"),
        tensors.matrix("videos"),
        tensors.floats("spectrum", config.dimension()));
  }
}
