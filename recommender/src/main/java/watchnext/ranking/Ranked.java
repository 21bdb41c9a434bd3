package watchnext.ranking;

import watchnext.math.Matrix;
import watchnext.task.RankedList;

/**
 * What stage 2 hands on: the candidates in the order of their scores, and the feature values that
 * the scores were made of. <i>Immutable by convention: the arrays are shared.</i>
 *
 * @param list the candidates, best first
 * @param rows their features; row i is that of candidate i, in the order in which stage 1 had them
 */
public record Ranked(RankedList list, Matrix rows) {

  /** The video ordinals, best first. */
  public int[] videos() {
    return list.videos();
  }

  /** The scores, larger is better, never ascending. */
  public float[] scores() {
    return list.scores();
  }

  /** Number of videos. */
  public int size() {
    return list.size();
  }
}
