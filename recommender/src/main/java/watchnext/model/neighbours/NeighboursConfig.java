package watchnext.model.neighbours;

import java.util.List;
import java.util.Locale;
import watchnext.require.Require;

/**
 * The settings of {@link NeighboursTrainer}. <i>Immutable.</i>
 *
 * @param neighbours N: the longest list of neighbours, at least 1
 * @param shrinkage added to the denominator, 0 or more: the larger, the less a pair seen a few
 *     times counts
 * @param userExponent a: a user of n videos counts n^−a in each pair; 0 for all alike, 1 so that
 *     nobody counts more by watching more
 * @param asymmetry b: share of the exponent that falls on the candidate, in [0, 1]; 0.5 is the
 *     cosine, less lets popular candidates score higher
 * @param owner which of the two videos a list of N belongs to
 * @param normalization c: a list is divided by (the sum of its similarities)^c, in [0, 1]; 0 leaves
 *     it as it is, 1 makes every list sum to 1
 * @param threads threads to train on, at least 1; the result does not depend on it
 */
public record NeighboursConfig(
    int neighbours,
    double shrinkage,
    double userExponent,
    double asymmetry,
    Owner owner,
    double normalization,
    int threads) {

  /** Whose N most similar videos are kept. */
  public enum Owner {
    /** Each watched video keeps its best candidates: a rare candidate is in few lists or none. */
    WATCHED,
    /** Each candidate keeps the watched videos that speak for it most: every candidate has some. */
    CANDIDATE
  }

  /** Checks the ranges. */
  public NeighboursConfig {
    Require.atLeast("neighbours", neighbours, 1);
    Require.that(
        shrinkage >= 0 && shrinkage < Double.POSITIVE_INFINITY,
        "shrinkage must be 0 or more, was %s",
        shrinkage);
    Require.within("userExponent", userExponent, 0, 2);
    Require.within("asymmetry", asymmetry, 0, 1);
    Require.within("normalization", normalization, 0, 1);
    Require.atLeast("threads", threads, 1);
  }

  /** Lists of the watched videos, as they are. */
  public NeighboursConfig(
      int neighbours, double shrinkage, double userExponent, double asymmetry, int threads) {
    this(neighbours, shrinkage, userExponent, asymmetry, Owner.WATCHED, 0, threads);
  }

  /** Settings that did well on MovieLens and on Gowalla alike. */
  public static NeighboursConfig defaults() {
    return new NeighboursConfig(500, 5, 0.6, 0.35, 2);
  }

  /**
   * Settings far from each other, to choose from on validation; the defaults first, the plain
   * cosine of the literature second. Sparse data with long tails take lists of the watched video,
   * dense data lists of the candidate.
   */
  public static List<NeighboursConfig> candidates() {
    return List.of(
        defaults(),
        new NeighboursConfig(100, 0, 0, 0.5, 2).perCandidate(0),
        new NeighboursConfig(50, 5, 0.5, 0.5, 2).perCandidate(0.5),
        new NeighboursConfig(100, 5, 0.6, 0.35, 2).perCandidate(0.5),
        new NeighboursConfig(200, 20, 0.5, 0.5, 2).perCandidate(0.5),
        new NeighboursConfig(400, 20, 0.5, 0.5, 2).perCandidate(0));
  }

  /** The candidates that differ from these settings, on as many threads. */
  public List<NeighboursConfig> others() {
    return candidates().stream()
        .map(each -> each.withThreads(threads))
        .filter(each -> !each.equals(this))
        .toList();
  }

  /** A few words for a table or a line of progress. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d neighbours of each %s, shrinkage %.3g, a %.3g, b %.3g, c %.3g",
        neighbours,
        owner == Owner.WATCHED ? "watched video" : "candidate",
        shrinkage,
        userExponent,
        asymmetry,
        normalization);
  }

  /** The same with lists of the candidates, divided by (their sum)^{@code exponent}. */
  public NeighboursConfig perCandidate(double exponent) {
    return new NeighboursConfig(
        neighbours, shrinkage, userExponent, asymmetry, Owner.CANDIDATE, exponent, threads);
  }

  /** The same with another number of threads. */
  public NeighboursConfig withThreads(int newThreads) {
    return new NeighboursConfig(
        neighbours, shrinkage, userExponent, asymmetry, owner, normalization, newThreads);
  }
}
