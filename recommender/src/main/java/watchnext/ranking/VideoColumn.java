package watchnext.ranking;

import java.util.List;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * One value a video, the same for every user and request: the score of the popularity model, say.
 * <i>Immutable; the array is shared.</i>
 */
public final class VideoColumn implements PairScorer {

  private final String name;
  private final float[] values;

  /**
   * A feature called {@code name}.
   *
   * @param values one finite value a video ordinal
   */
  public VideoColumn(String name, float[] values) {
    for (float value : values) {
      Require.that(
          Float.isFinite(value), "values of \"%s\" must be finite, one was %s", name, value);
    }
    this.name = name;
    this.values = values;
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public VideoScorer prepare(Asked asked) {
    return (video, out, offset) -> out[offset] = values[video];
  }
}
