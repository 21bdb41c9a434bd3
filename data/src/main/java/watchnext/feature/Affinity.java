package watchnext.feature;

import static watchnext.feature.Experience.BAD;
import static watchnext.feature.Experience.CLICKED;
import static watchnext.feature.Experience.GOOD;
import static watchnext.feature.Experience.SHOWN;

/**
 * A user's experience with one topic at the instant of a request, with rates drawn towards the
 * user's experience with everything. <i>Confined: one thread at a time.</i>
 */
final class Affinity {

  /** Observations that the user's overall rate is worth. */
  static final double STRENGTH = 4;

  private final UserView user;
  private final double usualClickRate;
  private final double usualGoodShare;
  private final double usualGoodRate;
  private boolean known;
  private double shown;
  private double clicked;
  private double good;
  private double bad;

  Affinity(UserView user) {
    this.user = user;
    double allGood = user.experience(GOOD);
    double allClicked = user.experience(CLICKED);
    double allShown = showings(user.experience(SHOWN), allClicked, allGood);
    this.usualClickRate =
        Counts.smoothed(
            allClicked,
            allShown,
            user.everyone().plainRate(Signal.CLICK, Signal.IMPRESSION, Horizon.EVER),
            UserView.USER_STRENGTH);
    this.usualGoodShare =
        Counts.smoothed(allGood, allGood + user.experience(BAD), 0.5, UserView.USER_STRENGTH);
    this.usualGoodRate =
        Counts.smoothed(
            allGood,
            allShown,
            user.everyone().plainRate(Signal.LONG_WATCH, Signal.IMPRESSION, Horizon.EVER),
            UserView.USER_STRENGTH);
  }

  /** What was answered must have been shown, even where the log lost it or never had it. */
  private static double showings(double shown, double clicked, double good) {
    return Math.max(shown, Math.max(clicked, good));
  }

  /** Looks at {@code topic} from now on. */
  void moveTo(int topic) {
    int place = user.place(topic);
    known = place != TasteProfile.ABSENT;
    clicked = user.experience(place, CLICKED);
    good = user.experience(place, GOOD);
    shown = showings(user.experience(place, SHOWN), clicked, good);
    bad = user.experience(place, BAD);
  }

  /** Looks at no topic: nothing was experienced. */
  void clear() {
    known = false;
    shown = 0;
    clicked = 0;
    good = 0;
    bad = 0;
  }

  /** Whether the user met the topic before. */
  boolean isKnown() {
    return known;
  }

  double shown() {
    return shown;
  }

  double good() {
    return good;
  }

  double bad() {
    return bad;
  }

  /** Clicks a showing. */
  double clickRate() {
    return Counts.smoothed(clicked, shown, usualClickRate, STRENGTH);
  }

  /** Good among good and bad experiences. */
  double goodShare() {
    return Counts.smoothed(good, good + bad, usualGoodShare, STRENGTH);
  }

  /** Good experiences a showing. */
  double goodRate() {
    return Counts.smoothed(good, shown, usualGoodRate, STRENGTH);
  }

  /** The click rate above the user's own over all topics. */
  double clickLift() {
    return clickRate() - usualClickRate;
  }

  /** The good share above the user's own over all topics. */
  double goodLift() {
    return goodShare() - usualGoodShare;
  }
}
