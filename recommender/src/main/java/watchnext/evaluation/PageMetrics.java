package watchnext.evaluation;

import watchnext.require.Require;

/**
 * Qualities of pages that need no answer key. Novelty and diversity are means, {@link Double#NaN}
 * (left out of the row's mean) for a page too short to have them. <i>Stateless.</i>
 */
public final class PageMetrics {

  private PageMetrics() {}

  /**
   * Novelty: the mean self-information −log2 p(v) of the page's videos, in bits, see {@link
   * VideoFacts#selfInformation}. 0 when everybody has already watched all of them; each halving of
   * a video's public adds one bit. Reference: Zhou et al., Solving the apparent diversity-accuracy
   * dilemma, PNAS 2010 [zhou2010]; Vargas and Castells, RecSys 2011 [vargas2011].
   *
   * @param videos the list, best first; an empty one has no novelty
   * @param page how many places count
   */
  public static double novelty(int[] videos, int page, VideoFacts facts) {
    int n = Math.min(page, videos.length);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += facts.selfInformation(videos[i]);
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /**
   * Intra-list diversity: 1 − the mean Jaccard index of the tags over all pairs of the page's
   * videos, see {@link VideoFacts#tagJaccard}. 0 when all have the same tags, 1 when no two share
   * one. Reference: Ziegler et al., Improving recommendation lists through topic diversification,
   * WWW 2005 [ziegler2005]. Cost: O(page²).
   *
   * @param videos the list, best first; fewer than two have no diversity
   * @param page how many places count
   */
  public static double diversity(int[] videos, int page, VideoFacts facts) {
    int n = Math.min(page, videos.length);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += facts.tagJaccard(videos[i], videos[j]);
      }
    }
    return n < 2 ? Double.NaN : 1 - sum / (n * (n - 1) / 2.0);
  }

  /**
   * Catalogue coverage: the share of the videos that at least one list shows.
   *
   * <p>1 when everything is shown somewhere; with an equal page for everybody it is page / videos.
   * It grows with the number of lists, so compare only rows of one evaluation. Reference: Ge,
   * Delgado-Battenfeld and Jannach, Beyond accuracy, RecSys 2010 [ge2010].
   *
   * @param exposures times shown of each video that could have been shown, at least one video
   */
  public static double coverage(int[] exposures) {
    Require.that(exposures.length != 0, "exposures must be of at least one video, were of none");
    int shown = 0;
    for (int exposure : exposures) {
      shown += exposure > 0 ? 1 : 0;
    }
    return (double) shown / exposures.length;
  }
}
