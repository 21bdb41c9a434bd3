package watchnext.task;

import watchnext.require.Require;
import watchnext.settings.Setting;

/**
 * What the page is for, as one number a video: the value of what the user may do with it, weighted
 * by how likely each action is.
 *
 * <pre>  value = click · P(click) + longWatch · P(long watch) + like · P(like)</pre>
 *
 * <p>This record turns "recommend good videos" into a task that can be learnt. A model predicts
 * actions, which a log can teach it; how much each action is worth is a choice of the product, and
 * stays here, where it can be read and changed without training anew. Clicks alone would reward
 * titles that promise more than the video keeps; likes alone are too rare to learn from; time
 * watched alone would favour long videos. So a watch that held the user carries the weight, a click
 * counts a little as a sign of interest, and a like, the only action by which a user says so,
 * counts half as much again as a watch.
 *
 * <p>Weights are compared with each other only: doubling all of them changes nothing. They are not
 * to be tuned on the log that the models are trained on, whose users saw the pages of an older
 * objective. Reference: Zhao et al., Recommending What Video to Watch Next, RecSys 2019 [zhao2019].
 * <i>Immutable.</i>
 */
public record Objective(
    @Setting(meaning = "value of an opened video", range = "[0, inf)") double click,
    @Setting(meaning = "value of a video watched well", range = "[0, inf)") double longWatch,
    @Setting(meaning = "value of a like", range = "[0, inf)") double like) {

  /** A good watch above all, see above. */
  public static final Objective DEFAULT = new Objective(0.2, 1, 1.5);

  /** Checks that weights are finite, not negative, and not all zero. */
  public Objective {
    requireWeight("click", click);
    requireWeight("longWatch", longWatch);
    requireWeight("like", like);
    Require.that(click + longWatch + like != 0, "one weight must be greater than 0, all were 0");
  }

  private static void requireWeight(String name, double weight) {
    Require.that(
        weight >= 0 && weight < Double.POSITIVE_INFINITY,
        "the weight of %s must be at least 0, was %s",
        name,
        weight);
  }

  /** The expected value of a video, given the probability of each action. */
  public double value(double pClick, double pLongWatch, double pLike) {
    return click * pClick + longWatch * pLongWatch + like * pLike;
  }
}
