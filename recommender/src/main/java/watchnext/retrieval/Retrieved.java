package watchnext.retrieval;

import watchnext.require.Require;
import watchnext.task.RankedList;

/**
 * What a source finds, and how much of it was left to chance. <i>Immutable by convention.</i>
 *
 * @param list the videos, best first
 * @param candidatePropensity the probability with which each of them was drawn, in (0, 1]; 1 where
 *     nothing is left to chance
 */
public record Retrieved(RankedList list, double candidatePropensity) {

  /** No video. */
  public static final Retrieved NOTHING = certain(RankedList.EMPTY);

  /** Checks the probability. */
  public Retrieved {
    Require.share("candidatePropensity", candidatePropensity);
  }

  /** Videos that the same request would get again, whatever the seed. */
  public static Retrieved certain(RankedList list) {
    return new Retrieved(list, 1);
  }

  /** The video ordinals, best first. */
  public int[] videos() {
    return list.videos();
  }

  /** The scores, larger is better. */
  public float[] scores() {
    return list.scores();
  }

  /** Number of videos. */
  public int size() {
    return list.size();
  }
}
