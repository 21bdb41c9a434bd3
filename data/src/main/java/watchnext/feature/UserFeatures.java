package watchnext.feature;

import static watchnext.feature.Horizon.DAY;
import static watchnext.feature.Horizon.EVER;
import static watchnext.feature.Horizon.WEEK;
import static watchnext.feature.Signal.CLICK;
import static watchnext.feature.Signal.DISMISSAL;
import static watchnext.feature.Signal.IMPRESSION;
import static watchnext.feature.Signal.LIKE;
import static watchnext.feature.Signal.LONG_WATCH;
import static watchnext.feature.Signal.RATING;
import static watchnext.feature.Signal.SATISFIED;
import static watchnext.feature.Signal.STARS;
import static watchnext.feature.Signal.WATCH;
import static watchnext.feature.Signal.WATCH_FRACTION;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The features that all candidates of a request share: the user's activity and habits, the session,
 * the circumstances. Counts enter as {@code log(1 + count)}. <i>Stateless.</i>
 */
final class UserFeatures {

  /**
   * A feature of the asking side.
   *
   * @param name what tables call it
   * @param value how it is computed
   */
  record Feature(String name, ToDoubleFunction<UserView> value) {}

  private static final double DAY_CIRCLE = 2 * Math.PI / 86_400;
  private static final double WEEK_CIRCLE = 2 * Math.PI / 7;

  /** How active the user is, and how content. */
  private static final List<Feature> ACTIVITY =
      List.of(
          new Feature("user.events.log", u -> Logarithm.ofCount(u.state().eventCount(u.user()))),
          new Feature("user.impressions.log", u -> u.own().log(IMPRESSION, EVER)),
          new Feature("user.satisfied.log", u -> u.own().log(SATISFIED, EVER)),
          new Feature("user.satisfied.week.log", u -> u.own().log(SATISFIED, WEEK)),
          new Feature("user.clickRate", u -> u.rate(CLICK, IMPRESSION, EVER)),
          new Feature("user.clickRate.week", u -> u.rate(CLICK, IMPRESSION, WEEK)),
          new Feature("user.clickRate.day", u -> u.rate(CLICK, IMPRESSION, DAY)),
          new Feature("user.longWatchRate.week", u -> u.rate(LONG_WATCH, IMPRESSION, WEEK)),
          new Feature("user.longWatchShare", u -> u.rate(LONG_WATCH, WATCH, EVER)),
          new Feature("user.watchFraction.week", u -> u.rate(WATCH_FRACTION, WATCH, WEEK)),
          new Feature("user.likeRate", u -> u.rate(LIKE, WATCH, EVER)),
          new Feature("user.dismissalRate", u -> u.rate(DISMISSAL, IMPRESSION, EVER)),
          new Feature("user.stars", u -> u.rate(STARS, RATING, EVER)),
          new Feature("user.absence.log", u -> Logarithm.ofCount(24 * u.absenceDays())),
          new Feature("user.isNew", u -> u.state().lastActive(u.user()) == Sessions.NEVER ? 1 : 0),
          new Feature("user.accountAge.log", u -> Logarithm.ofCount(u.accountAgeDays())),
          new Feature("user.accountAge.known", u -> u.isAccountAgeKnown() ? 1 : 0));

  /** Where the user stands in the session. */
  private static final List<Feature> SESSION =
      List.of(
          new Feature("session.isOpen", u -> u.isSessionOpen() ? 1 : 0),
          new Feature(
              "session.minutes.log",
              u ->
                  Logarithm.ofCount(
                      u.inSession((int) (u.time() - sessions(u).start(u.user()))) / 60)),
          new Feature(
              "session.impressions.log",
              u -> Logarithm.ofCount(u.inSession(sessions(u).impressions(u.user())))),
          new Feature(
              "session.acts.log", u -> Logarithm.ofCount(u.inSession(sessions(u).acts(u.user())))),
          new Feature("session.clickRate", UserFeatures::sessionClickRate),
          new Feature(
              "session.goods.log",
              u -> Logarithm.ofCount(u.inSession(sessions(u).goods(u.user())))),
          new Feature(
              "session.skips.log",
              u -> Logarithm.ofCount(u.inSession(sessions(u).skips(u.user())))));

  /** When, and on what. */
  private static final List<Feature> CONTEXT =
      List.of(
          new Feature("context.hour.sin", u -> Math.sin(DAY_CIRCLE * secondOfDay(u))),
          new Feature("context.hour.cos", u -> Math.cos(DAY_CIRCLE * secondOfDay(u))),
          new Feature("context.weekday.sin", u -> Math.sin(WEEK_CIRCLE * u.context().dayOfWeek())),
          new Feature("context.weekday.cos", u -> Math.cos(WEEK_CIRCLE * u.context().dayOfWeek())),
          new Feature("context.isWeekend", u -> u.context().dayOfWeek() >= 5 ? 1 : 0),
          new Feature("context.phone", u -> u.isDevice("phone")),
          new Feature("context.tv", u -> u.isDevice("tv")),
          new Feature("context.desktop", u -> u.isDevice("desktop")));

  /** All of them, in the order of the row. */
  static final List<Feature> ALL =
      java.util.stream.Stream.of(ACTIVITY, SESSION, CONTEXT).flatMap(List::stream).toList();

  private UserFeatures() {}

  private static Sessions sessions(UserView u) {
    return u.state().sessions();
  }

  private static double secondOfDay(UserView u) {
    return Math.floorMod(u.time(), 86_400L);
  }

  private static double sessionClickRate(UserView u) {
    Sessions sessions = sessions(u);
    return Counts.smoothed(
        u.inSession(sessions.clicks(u.user())),
        u.inSession(sessions.impressions(u.user())),
        u.rate(CLICK, IMPRESSION, EVER),
        UserView.USER_STRENGTH);
  }
}
