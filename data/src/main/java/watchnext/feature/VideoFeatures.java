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
import static watchnext.feature.Signal.WATCH_SECONDS;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The features of a candidate that any user would see alike: popularity and quality over three
 * horizons, freshness, duration. Counts enter as {@code log(1 + count)}, rates are smoothed.
 * <i>Stateless.</i>
 */
final class VideoFeatures {

  /**
   * A feature of the candidate's side.
   *
   * @param name what tables call it
   * @param value how it is computed
   */
  record Feature(String name, ToDoubleFunction<VideoView> value) {}

  /** How much it is shown and enjoyed. */
  static final List<Feature> POPULARITY =
      List.of(
          new Feature("video.impressions.log", v -> v.counts().log(IMPRESSION, EVER)),
          new Feature("video.impressions.week.log", v -> v.counts().log(IMPRESSION, WEEK)),
          new Feature("video.impressions.day.log", v -> v.counts().log(IMPRESSION, DAY)),
          new Feature("video.satisfied.log", v -> v.counts().log(SATISFIED, EVER)),
          new Feature("video.satisfied.week.log", v -> v.counts().log(SATISFIED, WEEK)),
          new Feature("video.satisfied.day.log", v -> v.counts().log(SATISFIED, DAY)),
          new Feature("video.trend", VideoFeatures::trend),
          new Feature("video.clickRate", v -> v.rate(CLICK, IMPRESSION, EVER)),
          new Feature("video.clickRate.week", v -> v.rate(CLICK, IMPRESSION, WEEK)),
          new Feature("video.clickRate.day", v -> v.rate(CLICK, IMPRESSION, DAY)),
          new Feature("video.longWatchRate", v -> v.rate(LONG_WATCH, IMPRESSION, EVER)),
          new Feature("video.longWatchRate.week", v -> v.rate(LONG_WATCH, IMPRESSION, WEEK)),
          new Feature("video.longWatchRate.day", v -> v.rate(LONG_WATCH, IMPRESSION, DAY)),
          new Feature("video.longWatchShare", v -> v.rate(LONG_WATCH, WATCH, EVER)),
          new Feature("video.watchFraction", v -> v.rate(WATCH_FRACTION, WATCH, EVER)),
          new Feature("video.watchFraction.week", v -> v.rate(WATCH_FRACTION, WATCH, WEEK)),
          new Feature(
              "video.watchSeconds.log", v -> Logarithm.ofCount(v.rate(WATCH_SECONDS, WATCH, EVER))),
          new Feature("video.likeRate", v -> v.rate(LIKE, WATCH, EVER)),
          new Feature("video.dismissalRate", v -> v.rate(DISMISSAL, IMPRESSION, EVER)),
          new Feature("video.ratings.log", v -> v.counts().log(RATING, EVER)),
          new Feature("video.stars", v -> v.rate(STARS, RATING, EVER)),
          new Feature("video.isUnmet", v -> v.isUnmet() ? 1 : 0));

  /** How new it is. */
  static final List<Feature> FRESHNESS =
      List.of(
          new Feature("video.age.log", v -> Logarithm.ofCount(v.ageDays())),
          new Feature("video.age.known", v -> v.isAgeKnown() ? 1 : 0),
          new Feature("video.isToday", v -> v.isAgeKnown() && v.ageDays() < 1 ? 1 : 0),
          new Feature(
              "video.impressionsPerDay.log",
              v -> Logarithm.ofCount(v.counts().get(IMPRESSION, EVER) / (1 + v.ageDays()))));

  /** How long it is, and how videos of that length do on this device. */
  static final List<Feature> DURATION =
      List.of(
          new Feature("duration.log", VideoView::logDuration),
          new Feature("duration.known", v -> v.logDuration() > 0 ? 1 : 0),
          new Feature("duration.userOffset", VideoView::durationOffset),
          new Feature("duration.userDeviation", VideoView::durationDeviation),
          new Feature("duration.comparable", v -> v.isDurationComparable() ? 1 : 0),
          new Feature("duration.watchFraction", VideoFeatures::usualFraction),
          new Feature(
              "duration.longWatchRate",
              v -> v.smoothed(v.durationCounts(), LONG_WATCH, IMPRESSION, WEEK)),
          new Feature(
              "duration.fractionLift",
              v -> v.rate(WATCH_FRACTION, WATCH, EVER) - usualFraction(v)));

  private VideoFeatures() {}

  /** Above 0 when it satisfies more people today than in the week: log of the two daily rates. */
  private static double trend(VideoView v) {
    double day = v.counts().get(SATISFIED, DAY) / Horizon.DAY.meanDays();
    double week = v.counts().get(SATISFIED, WEEK) / Horizon.WEEK.meanDays();
    return Logarithm.of((day + 1) / (week + 1));
  }

  private static double usualFraction(VideoView v) {
    return v.smoothed(v.durationCounts(), WATCH_FRACTION, WATCH, EVER);
  }
}
