package watchnext.retrieval;

import watchnext.task.RankedList;

/**
 * What a source brings, and how much of it was left to chance.
 *
 * @param list the videos, best first
 * @param propensity the probability with which each of them was drawn, in (0, 1]; 1 where nothing
 *     is left to chance
 */
public record Brought(RankedList list, double propensity) {

  /** Checks the probability. */
  public Brought {
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException("propensity must be in (0, 1], was " + propensity);
    }
  }

  /** Videos that the same request would get again, whatever the dice say. */
  static Brought certain(RankedList list) {
    return new Brought(list, 1);
  }
}
