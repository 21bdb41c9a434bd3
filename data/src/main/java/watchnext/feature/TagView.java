package watchnext.feature;

import static watchnext.feature.Horizon.EVER;
import static watchnext.feature.Horizon.WEEK;

/**
 * The tags of a candidate, summed up: the user's experience with them and how they do with
 * everyone. Means are over tags, best is the largest of any tag; a video without tags stands at the
 * user's and everyone's usual values. <i>Confined: one thread at a time.</i>
 */
final class TagView {

  private final UserView user;
  private final CatalogColumns columns;
  private final Statistics statistics;
  private final Affinity affinity;
  private final Counts counts;
  private final Counts dayPart;
  private final double usualClickRate;
  private final double usualLongRate;
  private int size;
  private int known;
  private double clickLift;
  private double bestClickLift;
  private double goodLift;
  private double bestGoodLift;
  private double good;
  private double bad;
  private double shown;
  private double goodRate;
  private double publicClickRate;
  private double publicLongRate;
  private double satisfied;
  private double dayPartLift;

  TagView(UserView user) {
    this.user = user;
    this.columns = user.state().columns();
    this.statistics = user.state().statistics();
    this.affinity = new Affinity(user);
    this.counts = new Counts(statistics.topics());
    this.dayPart = new Counts(statistics.tagsByDayPart());
    this.usualClickRate = user.everyone().plainRate(Signal.CLICK, Signal.IMPRESSION, WEEK);
    this.usualLongRate = user.everyone().plainRate(Signal.LONG_WATCH, Signal.IMPRESSION, WEEK);
  }

  /** Looks at the tags of {@code video} from now on. */
  void moveTo(int video) {
    clear();
    for (int place = columns.tagStart(video); place < columns.tagEnd(video); place++) {
      addOwn(columns.tag(place));
      addPublic(columns.tag(place));
    }
    size = columns.tagEnd(video) - columns.tagStart(video);
    if (size == 0) {
      affinity.clear();
      goodRate = affinity.goodRate();
      publicClickRate = usualClickRate;
      publicLongRate = usualLongRate;
    }
  }

  private void clear() {
    known = 0;
    clickLift = 0;
    bestClickLift = Double.NEGATIVE_INFINITY;
    goodLift = 0;
    bestGoodLift = Double.NEGATIVE_INFINITY;
    good = 0;
    bad = 0;
    shown = 0;
    goodRate = 0;
    publicClickRate = 0;
    publicLongRate = 0;
    satisfied = 0;
    dayPartLift = 0;
  }

  private void addOwn(int tag) {
    affinity.moveTo(tag);
    known += affinity.isKnown() ? 1 : 0;
    clickLift += affinity.clickLift();
    bestClickLift = Math.max(bestClickLift, affinity.clickLift());
    goodLift += affinity.goodLift();
    bestGoodLift = Math.max(bestGoodLift, affinity.goodLift());
    good += affinity.good();
    bad += affinity.bad();
    shown += affinity.shown();
    goodRate += affinity.goodRate();
  }

  private void addPublic(int tag) {
    counts.read(statistics.topics(), tag, user.time());
    double strength = VideoView.VIDEO_STRENGTH;
    double clicks = counts.rate(Signal.CLICK, Signal.IMPRESSION, WEEK, usualClickRate, strength);
    publicClickRate += clicks;
    publicLongRate +=
        counts.rate(Signal.LONG_WATCH, Signal.IMPRESSION, WEEK, usualLongRate, strength);
    satisfied = Math.max(satisfied, counts.get(Signal.SATISFIED, WEEK));
    dayPart.read(
        statistics.tagsByDayPart(),
        Statistics.dayPartRow(columns.tagRow(tag), user.time()),
        user.time());
    double always = counts.rate(Signal.CLICK, Signal.IMPRESSION, EVER, usualClickRate, strength);
    dayPartLift += dayPart.rate(Signal.CLICK, Signal.IMPRESSION, EVER, always, strength) - always;
  }

  private double mean(double sum) {
    return size == 0 ? sum : sum / size;
  }

  int size() {
    return size;
  }

  /** The share of the tags that the user met before. */
  double knownShare() {
    return size == 0 ? 0 : (double) known / size;
  }

  double clickLift() {
    return mean(clickLift);
  }

  double bestClickLift() {
    return size == 0 ? 0 : bestClickLift;
  }

  double goodLift() {
    return mean(goodLift);
  }

  double bestGoodLift() {
    return size == 0 ? 0 : bestGoodLift;
  }

  double good() {
    return mean(good);
  }

  double bad() {
    return mean(bad);
  }

  double shown() {
    return mean(shown);
  }

  double goodRate() {
    return mean(goodRate);
  }

  /** Everyone's click rate with these tags in the last week. */
  double publicClickRate() {
    return mean(publicClickRate);
  }

  /** Everyone's long watches a showing with these tags in the last week. */
  double publicLongRate() {
    return mean(publicLongRate);
  }

  /** People satisfied by the most popular of the tags in the last week. */
  double satisfied() {
    return satisfied;
  }

  /** How much better than usual these tags do at this time of day. */
  double dayPartLift() {
    return mean(dayPartLift);
  }
}
