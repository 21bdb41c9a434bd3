package watchnext.feature;

import static watchnext.feature.Horizon.EVER;
import static watchnext.feature.Horizon.WEEK;
import static watchnext.feature.Signal.CLICK;
import static watchnext.feature.Signal.IMPRESSION;
import static watchnext.feature.Signal.LONG_WATCH;
import static watchnext.feature.Signal.SATISFIED;

import java.util.List;
import watchnext.feature.VideoFeatures.Feature;

/**
 * The features of a user and a candidate together: tags, creator, repeated exposure, language, and
 * the interplay of the user's habits with the video's success. <i>Stateless.</i>
 */
final class AffinityFeatures {

  private static final double SMALLEST_ODDS = 1e-4;

  /** The user's experience with the tags, and everyone's. */
  static final List<Feature> TAGS =
      List.of(
          new Feature("tags.clickLift", v -> v.tags().clickLift()),
          new Feature("tags.clickLift.best", v -> v.tags().bestClickLift()),
          new Feature("tags.goodLift", v -> v.tags().goodLift()),
          new Feature("tags.goodLift.best", v -> v.tags().bestGoodLift()),
          new Feature("tags.goodRate", v -> v.tags().goodRate()),
          new Feature("tags.good.log", v -> Logarithm.ofCount(v.tags().good())),
          new Feature("tags.bad.log", v -> Logarithm.ofCount(v.tags().bad())),
          new Feature("tags.knownShare", v -> v.tags().knownShare()),
          new Feature("tags.public.clickRate.week", v -> v.tags().publicClickRate()),
          new Feature("tags.public.longWatchRate.week", v -> v.tags().publicLongRate()),
          new Feature("tags.public.satisfied.log", v -> Logarithm.ofCount(v.tags().satisfied())),
          new Feature("tags.dayPartLift", v -> v.tags().dayPartLift()),
          new Feature("tags.inLastThree", v -> v.tagsInHistory(3)),
          new Feature("tags.inLastTen", v -> v.tagsInHistory(10)));

  /** The user's experience with the creator, and everyone's. */
  static final List<Feature> CREATOR =
      List.of(
          new Feature("creator.isMet", v -> v.creator().isKnown() ? 1 : 0),
          new Feature("creator.clickLift", v -> v.creator().clickLift()),
          new Feature("creator.goodLift", v -> v.creator().goodLift()),
          new Feature("creator.goodRate", v -> v.creator().goodRate()),
          new Feature("creator.good.log", v -> Logarithm.ofCount(v.creator().good())),
          new Feature("creator.bad.log", v -> Logarithm.ofCount(v.creator().bad())),
          new Feature("creator.shown.log", v -> Logarithm.ofCount(v.creator().shown())),
          new Feature("creator.inLastTen", v -> v.creatorInHistory(10)),
          new Feature(
              "creator.public.longWatchRate",
              v -> v.smoothed(v.creatorCounts(), LONG_WATCH, IMPRESSION, EVER)),
          new Feature("creator.public.satisfied.log", v -> v.creatorCounts().log(SATISFIED, WEEK)));

  /** What the user already knows of this very video. */
  static final List<Feature> EXPOSURE =
      List.of(
          new Feature("exposure.skips.log", v -> Logarithm.ofCount(v.user().skips(v.video()))),
          new Feature("exposure.daysSinceShown", v -> v.user().daysSinceShown(v.video())),
          new Feature(
              "exposure.isSeen", v -> v.user().state().hasSeen(v.user().user(), v.video()) ? 1 : 0),
          new Feature(
              "exposure.isDismissed",
              v -> v.user().state().hasDismissed(v.user().user(), v.video()) ? 1 : 0));

  /** The user's rates beside the video's. */
  static final List<Feature> INTERPLAY =
      List.of(
          new Feature("both.sameLanguage", VideoView::isSameLanguage),
          new Feature("both.clickOdds", v -> odds(v, CLICK)),
          new Feature("both.longWatchOdds", v -> odds(v, LONG_WATCH)),
          new Feature(
              "both.clickRateGap",
              v -> v.user().rate(CLICK, IMPRESSION, EVER) - v.rate(CLICK, IMPRESSION, EVER)));

  private AffinityFeatures() {}

  /**
   * What the user's and the video's rates say together when they are independent: {@code
   * logit(user) + logit(video) - logit(everyone)}.
   */
  private static double odds(VideoView v, Signal signal) {
    double everyone = v.user().everyone().plainRate(signal, IMPRESSION, EVER);
    return logit(v.user().rate(signal, IMPRESSION, EVER))
        + logit(v.rate(signal, IMPRESSION, WEEK))
        - logit(everyone);
  }

  private static double logit(double rate) {
    double inside = Math.max(SMALLEST_ODDS, Math.min(1 - SMALLEST_ODDS, rate));
    return Logarithm.of(inside / (1 - inside));
  }
}
