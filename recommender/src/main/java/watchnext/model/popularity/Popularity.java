package watchnext.model.popularity;

import java.util.Comparator;
import java.util.stream.IntStream;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * How much each video is watched by everybody: the same list for all users. The simplest retriever,
 * and the one every other must beat. Made by {@link PopularityTrainer}.
 *
 * <p>The order is by descending score, equal scores by ascending ordinal. <i>Immutable.</i>
 */
public final class Popularity {

  private final float[] scores;
  private final int[] order;

  /**
   * Popularity of given scores; the array is not copied.
   *
   * @param scores weighted number of good watches per video, none negative
   */
  Popularity(float[] scores) {
    for (float score : scores) {
      Require.that(
          score >= 0 && score < Float.POSITIVE_INFINITY,
          "scores must be finite and 0 or more, held %s",
          score);
    }
    this.scores = scores;
    this.order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer v) -> -scores[v]))
            .mapToInt(v -> v)
            .toArray();
  }

  /** Number of videos. */
  public int size() {
    return scores.length;
  }

  /** Weighted number of good watches of {@code video}. */
  public float score(int video) {
    return scores[video];
  }

  /** The video at place {@code rank} of the order, 0 for the most watched. */
  public int video(int rank) {
    return order[rank];
  }

  /** The scores as a named array. */
  public Tensors toTensors() {
    return Tensors.builder().put("scores", scores, scores.length).build();
  }

  /**
   * The popularity that {@link #toTensors} wrote.
   *
   * @throws IllegalArgumentException when it is missing or a score is not finite
   */
  public static Popularity of(Tensors tensors) {
    return new Popularity(tensors.floats("scores", -1));
  }
}
