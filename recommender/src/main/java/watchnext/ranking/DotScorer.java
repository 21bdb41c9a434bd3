package watchnext.ranking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchnext.math.Matrix;
import watchnext.math.Rows;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * The inner product of a user's vector and a video's: the score of a two-tower model (whose vectors
 * have length 1, so it is their cosine) or of a factor model. A user without a vector scores 0 for
 * every video, and so does a video that the model does not know.
 *
 * <p>Shapes: videos × d. Cost: one user vector a request, d multiply-adds a video. <i>Thread-safe
 * when the function is.</i>
 */
public final class DotScorer implements PairScorer {

  private final String name;
  private final Function<Asked, Optional<float[]>> userVector;
  private final Rows videoVectors;

  /**
   * A feature called {@code name}.
   *
   * @param userVector the model's vector of the user at the time of the request
   * @param videoVectors one row a video ordinal
   */
  public DotScorer(
      String name, Function<Asked, Optional<float[]>> userVector, Matrix videoVectors) {
    this(name, userVector, Rows.of(videoVectors));
  }

  /** The same over rows of which some were added since. */
  public DotScorer(String name, Function<Asked, Optional<float[]>> userVector, Rows videoVectors) {
    this.name = name;
    this.userVector = userVector;
    this.videoVectors = videoVectors;
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public VideoScorer prepare(Asked asked) {
    float[] user = userVector.apply(asked).orElseGet(() -> new float[videoVectors.columns()]);
    Require.that(
        user.length == videoVectors.columns(),
        "the user's vector of \"%s\" must have %s entries, had %s",
        name,
        videoVectors.columns(),
        user.length);
    return (video, out, offset) ->
        out[offset] = video < videoVectors.size() ? videoVectors.dot(user, video) : 0;
  }
}
