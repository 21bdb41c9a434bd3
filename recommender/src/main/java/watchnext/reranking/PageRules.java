package watchnext.reranking;

import watchnext.require.Require;

/**
 * The settings of {@link DiversePage}. <i>Immutable.</i>
 *
 * @param pool how many of the best ranked videos are looked at
 * @param relevanceWeight MMR's lambda in [0, 1]: 1 for the ranker's order, 0 for diversity alone
 * @param mostPerCreator videos of one creator on a page
 * @param mostPerTag videos of one leading tag on a page
 * @param freshnessBonus added to the scaled score of a video that is just uploaded
 * @param freshnessHalfLifeDays days after which half of the bonus is left
 */
public record PageRules(
    int pool,
    double relevanceWeight,
    int mostPerCreator,
    int mostPerTag,
    double freshnessBonus,
    double freshnessHalfLifeDays) {

  /** What the demo uses. */
  public static final PageRules DEFAULT = new PageRules(50, 0.95, 2, 6, 0.02, 1);

  /** Checks the ranges. */
  public PageRules {
    require(pool >= 1, "pool must be at least 1", pool);
    require(
        relevanceWeight >= 0 && relevanceWeight <= 1,
        "relevanceWeight must be in [0, 1]",
        relevanceWeight);
    require(mostPerCreator >= 1, "mostPerCreator must be at least 1", mostPerCreator);
    require(mostPerTag >= 1, "mostPerTag must be at least 1", mostPerTag);
    require(
        freshnessBonus >= 0 && freshnessBonus < Double.POSITIVE_INFINITY,
        "freshnessBonus must be 0 or more",
        freshnessBonus);
    require(
        freshnessHalfLifeDays > 0, "freshnessHalfLifeDays must be above 0", freshnessHalfLifeDays);
  }

  private static void require(boolean holds, String rule, Number value) {
    Require.that(holds, "%s, was %s", rule, value);
  }
}
