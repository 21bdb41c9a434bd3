package watchnext.simulation;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * A page as a policy chose it. <i>Immutable by convention: neither array is changed.</i>
 *
 * @param videos ordinals, top of the page first
 * @param shownPropensities probability with which each video was put at its place, given the places
 *     above it; 1 for a policy that leaves nothing to chance, 0 where it is unknown
 */
public record Choice(int[] videos, double[] shownPropensities) {

  /** Checks the lengths. */
  public Choice {
    Require.that(
        videos.length == shownPropensities.length,
        "videos and shownPropensities must have one length, were %s and %s",
        videos.length,
        shownPropensities.length);
  }

  /** A page that could not have been another. */
  static Choice certain(int[] videos) {
    double[] propensities = new double[videos.length];
    Arrays.fill(propensities, 1);
    return new Choice(videos, propensities);
  }

  /** A page of which nobody knows how likely it was. */
  static Choice unknown(int[] videos) {
    return new Choice(videos, new double[videos.length]);
  }
}
