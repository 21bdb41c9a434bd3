package watchnext.reranking;

import watchnext.require.Require;
import watchnext.settings.Setting;

/** The settings of {@link DiversePage}. <i>Immutable.</i> */
public record PageRules(
    @Setting(meaning = "how many of the best ranked videos are looked at", range = "[1, inf)")
        int pool,
    @Setting(
            meaning = "λ of MMR: 1 for the ranker's order, 0 for diversity alone",
            range = "[0, 1]")
        double relevanceWeight,
    @Setting(meaning = "most videos of one creator on a page", range = "[1, inf)")
        int mostPerCreator,
    @Setting(meaning = "most videos of one leading tag on a page", range = "[1, inf)")
        int mostPerTag,
    @Setting(
            meaning = "added to the scaled score of a video that is just uploaded",
            range = "[0, inf)")
        double freshnessBonus,
    @Setting(meaning = "age at which half of the bonus is left", unit = "days", range = "(0, inf]")
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
