package watchnext.evaluation;

import java.util.Arrays;

/**
 * How the places of many lists are spread over the catalogue, from the number of times that each
 * video was shown ("exposures"). <i>Immutable.</i>
 */
public final class CatalogueMetrics {

  private CatalogueMetrics() {}

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
    requireVideos(exposures);
    int shown = 0;
    for (int exposure : exposures) {
      shown += exposure > 0 ? 1 : 0;
    }
    return (double) shown / exposures.length;
  }

  /**
   * Gini coefficient of exposure, x ascending, n videos:
   *
   * <pre>
   *   G = Σ_i (2i − n − 1) · x_i / (n · Σ_i x_i)
   * </pre>
   *
   * <p>0 when all are shown equally often (and when nothing is shown), (n − 1) / n when one video
   * takes all. Videos never shown count. Used for recommenders by Fleder and Hosanagar, Management
   * Science 2009 [fleder2009]. Cost: O(n log n).
   *
   * @param exposures times shown of each video that could have been shown, at least one video
   */
  public static double gini(int[] exposures) {
    requireVideos(exposures);
    int[] ascending = exposures.clone();
    Arrays.sort(ascending);
    double weighted = 0;
    double total = 0;
    int n = ascending.length;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
      total += ascending[i];
    }
    return total == 0 ? 0 : weighted / (n * total);
  }

  private static void requireVideos(int[] exposures) {
    if (exposures.length == 0) {
      throw new IllegalArgumentException("exposures must be of at least one video, were of none");
    }
  }
}
