package watchnext.ranking;

import java.util.List;
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
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "values of \"" + name + "\" must be finite, one was " + value);
      }
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
