package watchnext.model.neighbours;

/**
 * The settings of {@link NeighboursTrainer}. <i>Immutable.</i>
 *
 * @param neighbours N: neighbours kept for each video, at least 1
 * @param shrinkage added to the denominator, 0 or more: the larger, the less a pair seen a few
 *     times counts
 * @param userExponent a: a user of n videos counts n^−a in each pair; 0 for all alike, 1 so that
 *     nobody counts more by watching more
 * @param asymmetry b: share of the exponent that falls on the neighbour, in [0, 1]; 0.5 is the
 *     cosine, less lets popular neighbours score higher
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record NeighboursConfig(
    int neighbours, double shrinkage, double userExponent, double asymmetry, int threads) {

  /** Checks the ranges. */
  public NeighboursConfig {
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours must be at least 1, was " + neighbours);
    }
    if (!(shrinkage >= 0 && shrinkage < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shrinkage must be 0 or more, was " + shrinkage);
    }
    if (!(userExponent >= 0 && userExponent <= 2)) {
      throw new IllegalArgumentException("userExponent must be in [0, 2], was " + userExponent);
    }
    if (!(asymmetry >= 0 && asymmetry <= 1)) {
      throw new IllegalArgumentException("asymmetry must be in [0, 1], was " + asymmetry);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** Settings that did well on MovieLens and on Gowalla alike. */
  public static NeighboursConfig defaults() {
    return new NeighboursConfig(500, 5, 0.6, 0.35, 2);
  }
}
