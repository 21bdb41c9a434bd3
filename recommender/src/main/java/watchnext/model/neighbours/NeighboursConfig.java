package watchnext.model.neighbours;

import java.util.List;
import java.util.Locale;
import watchnext.require.Require;
import watchnext.settings.SetElsewhere;
import watchnext.settings.Setting;
import watchnext.settings.Settings;

/** The settings of {@link NeighboursTrainer}. <i>Immutable.</i> */
public record NeighboursConfig(
    @Setting(meaning = "N: the longest list of neighbours", range = "[1, inf)") int neighbours,
    @Setting(
            meaning =
                "added to the denominator: the larger, the less a pair seen a few times counts",
            range = "[0, inf)")
        double shrinkage,
    @Setting(meaning = "a: a user of n videos counts n^-a in each pair", range = "[0, 2]")
        double userExponent,
    @Setting(
            meaning =
                "b: the candidate's share of the exponent; 0.5 is the cosine, less favours popular candidates",
            range = "[0, 1]")
        double asymmetry,
    @Setting(meaning = "which of the two videos a list of N belongs to") Owner owner,
    @Setting(meaning = "c: a list is divided by (the sum of its similarities)^c", range = "[0, 1]")
        double normalization,
    @SetElsewhere("the result does not depend on the number of threads") int threads) {

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
        .map(each -> Settings.with(each, "threads=" + threads))
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
}
