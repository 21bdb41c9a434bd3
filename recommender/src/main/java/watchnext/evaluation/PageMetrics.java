package watchnext.evaluation;

/**
 * Qualities of a page that need no answer key. Both are means, and {@link Double#NaN} (left out of
 * the row's mean) for a page too short to have them. <i>Immutable.</i>
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
}
