package watchnext.feature;

import static watchnext.feature.Horizon.EVER;
import static watchnext.feature.Horizon.WEEK;

import java.util.HashMap;
import java.util.Map;

/**
 * The tags of a candidate, summed up: the user's experience with them and how they do with
 * everyone. Means are over tags, best is the largest of any tag; a video without tags stands at the
 * user's and everyone's usual values. <i>Confined: one thread at a time.</i>
 */
final class TagView {

  /** How many of the user's latest good watches are looked at. */
  private static final int LATEST = 10;

  private final UserView user;
  private final CatalogColumns columns;
  private final Statistics statistics;
  private final Affinity affinity;
  private final Counts counts;
  private final Counts dayPart;
  private final double usualClickRate;
  private final double usualLongRate;

  /** By tag: hundreds of candidates have the same few tags. */
  private final Map<Integer, TagFacts> facts = new HashMap<>();

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
  private int watches;

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
      add(facts.computeIfAbsent(columns.tag(place), this::factsOf));
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
    watches = 0;
  }

  private void add(TagFacts tag) {
    known += tag.isKnown() ? 1 : 0;
    clickLift += tag.clickLift();
    bestClickLift = Math.max(bestClickLift, tag.clickLift());
    goodLift += tag.goodLift();
    bestGoodLift = Math.max(bestGoodLift, tag.goodLift());
    good += tag.good();
    bad += tag.bad();
    shown += tag.shown();
    goodRate += tag.goodRate();
    publicClickRate += tag.publicClickRate();
    publicLongRate += tag.publicLongRate();
    satisfied = Math.max(satisfied, tag.satisfied());
    dayPartLift += tag.dayPartLift();
    watches |= tag.watches();
  }

  private TagFacts factsOf(int tag) {
    affinity.moveTo(tag);
    counts.read(statistics.topics(), tag, user.time());
    int row = Statistics.dayPartRow(columns.tagRow(tag), user.time());
    dayPart.read(statistics.tagsByDayPart(), row, user.time());
    double strength = VideoView.VIDEO_STRENGTH;
    double always = counts.rate(Signal.CLICK, Signal.IMPRESSION, EVER, usualClickRate, strength);
    return new TagFacts(
        affinity.isKnown(),
        affinity.clickLift(),
        affinity.goodLift(),
        affinity.good(),
        affinity.bad(),
        affinity.shown(),
        affinity.goodRate(),
        counts.rate(Signal.CLICK, Signal.IMPRESSION, WEEK, usualClickRate, strength),
        counts.rate(Signal.LONG_WATCH, Signal.IMPRESSION, WEEK, usualLongRate, strength),
        counts.get(Signal.SATISFIED, WEEK),
        dayPart.rate(Signal.CLICK, Signal.IMPRESSION, EVER, always, strength) - always,
        latestWith(tag));
  }

  private int latestWith(int tag) {
    Histories histories = user.state().histories();
    int bits = 0;
    for (int back = Math.min(LATEST, histories.size(user.user())) - 1; back >= 0; back--) {
      bits = bits << 1 | (columns.hasTag(histories.latestVideo(user.user(), back), tag) ? 1 : 0);
    }
    return bits;
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

  /** How many of the user's latest {@code window} good watches share a tag, window at most 10. */
  int sharedBy(int window) {
    if (window > LATEST) {
      throw new IllegalArgumentException("window must be at most " + LATEST + ", was " + window);
    }
    return Integer.bitCount(watches & ((1 << window) - 1));
  }

  /** How much better than usual these tags do at this time of day. */
  double dayPartLift() {
    return mean(dayPartLift);
  }
}
