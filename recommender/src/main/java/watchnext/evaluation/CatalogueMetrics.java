package watchnext.evaluation;

import watchnext.require.Require;

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

  private static void requireVideos(int[] exposures) {
    Require.that(exposures.length != 0, "exposures must be of at least one video, were of none");
  }
}
