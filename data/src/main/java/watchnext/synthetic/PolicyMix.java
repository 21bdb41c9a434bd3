package watchnext.synthetic;

import watchnext.require.Require;

/**
 * How the platform that wrote the log chose its videos: each place of a page is filled by one of
 * four sources, drawn with these probabilities. <i>Immutable.</i>
 *
 * @param popular much clicked of late
 * @param personal carrying a tag of what the user opened of late, the clicked ones first
 * @param fresh uploaded within {@code freshHours}
 * @param uniform any video there is
 * @param randomPages share of pages that are filled uniformly from top to bottom, the random slice
 * @param freshHours how long a video counts as fresh
 * @param refreshHours how often popularity is counted anew
 * @param seenWindow how many of the videos last shown to a user are not shown again
 */
public record PolicyMix(
    double popular,
    double personal,
    double fresh,
    double uniform,
    double randomPages,
    int freshHours,
    int refreshHours,
    int seenWindow) {

  /** Checks that the sources sum to one and that the uniform one is among them. */
  public PolicyMix {
    double sum = popular + personal + fresh + uniform;
    boolean isMix = Math.abs(sum - 1) <= 1e-9 && Math.min(Math.min(popular, personal), fresh) >= 0;
    Require.that(isMix, "shares of the sources must be 0 or more and sum to 1, summed to %s", sum);
    Require.that(
        uniform > 0, "uniform must be above 0, so that every video can be shown, was %s", uniform);
    Require.within("randomPages", randomPages, 0, 1);
    Require.atLeast("freshHours", freshHours, 1);
    Require.atLeast("refreshHours", refreshHours, 1);
    Require.atLeast("seenWindow", seenWindow, 1);
  }
}
