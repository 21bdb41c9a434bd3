package watchnext.feature;

import watchnext.catalog.Video;

/**
 * The candidate's side of a request: what is known of one video, and of it together with the user,
 * at the instant of the request. {@link #moveTo} turns the same view to the next candidate, so that
 * scoring allocates nothing. <i>Confined: one thread at a time.</i>
 */
final class VideoView {

  /** Observations that a prior is worth in the rates of a video, tag or creator. */
  static final double VIDEO_STRENGTH = 20;

  private static final double SECONDS_A_DAY = 86_400;

  private final UserView user;
  private final FeatureState state;
  private final CatalogColumns columns;
  private final Counts counts;
  private final Counts creatorCounts;
  private final Counts[] durationCounts = new Counts[CatalogColumns.DURATION_CLASSES];
  private final TagView tags;
  private final Affinity creator;
  private int video;

  VideoView(UserView user) {
    this.user = user;
    this.state = user.state();
    this.columns = state.columns();
    this.counts = new Counts(state.statistics().videos());
    this.creatorCounts = new Counts(state.statistics().topics());
    this.tags = new TagView(user);
    this.creator = new Affinity(user);
    readDurations(state.statistics().durationsByDevice());
  }

  /** All classes on the device in use: they are few, and each serves many candidates. */
  private void readDurations(DecayedCounters byDevice) {
    for (int c = 0; c < durationCounts.length; c++) {
      durationCounts[c] = new Counts(byDevice);
      durationCounts[c].read(byDevice, Statistics.durationRow(user.deviceNumber(), c), user.time());
    }
  }

  /** Looks at {@code video} from now on. */
  void moveTo(int nextVideo) {
    this.video = nextVideo;
    Statistics statistics = state.statistics();
    counts.read(statistics.videos(), video, user.time());
    int creatorTopic = columns.creator(video);
    if (creatorTopic == CatalogColumns.NO_CREATOR) {
      creatorCounts.clear();
      creator.clear();
    } else {
      creatorCounts.read(statistics.topics(), creatorTopic, user.time());
      creator.moveTo(creatorTopic);
    }
    tags.moveTo(video);
  }

  UserView user() {
    return user;
  }

  int video() {
    return video;
  }

  /** The video's counts. */
  Counts counts() {
    return counts;
  }

  /** The counts of its creator, zeros when unknown. */
  Counts creatorCounts() {
    return creatorCounts;
  }

  /** The counts of its class of duration on the device in use. */
  Counts durationCounts() {
    return durationCounts[columns.durationClass(video)];
  }

  /** Its tags, and the user's experience with them. */
  TagView tags() {
    return tags;
  }

  /** The user's experience with its creator. */
  Affinity creator() {
    return creator;
  }

  /** The video's rate, drawn towards that of all videos. */
  double rate(Signal signal, Signal of, Horizon horizon) {
    return smoothed(counts, signal, of, horizon);
  }

  /** A rate of {@code some} counts, drawn towards that of all videos. */
  double smoothed(Counts some, Signal signal, Signal of, Horizon horizon) {
    double prior = user.everyone().plainRate(signal, of, horizon);
    return some.rate(signal, of, horizon, prior, VIDEO_STRENGTH);
  }

  /** Whether the time of upload is known. */
  boolean isAgeKnown() {
    return columns.uploaded(video) != Video.ALWAYS_THERE;
  }

  /** Days since upload; where that is unknown, since the video was first heard of. */
  double ageDays() {
    long since = isAgeKnown() ? columns.uploaded(video) : state.statistics().firstEvent(video);
    return since == FeatureState.NEVER ? 0 : Math.max(0, user.time() - since) / SECONDS_A_DAY;
  }

  /** Whether nobody has met the video in any way. */
  boolean isUnmet() {
    return state.statistics().firstEvent(video) == FeatureState.NEVER;
  }

  /** {@code log(1 + seconds)}, 0 when unknown. */
  double logDuration() {
    return columns.logDuration(video);
  }

  /** Whether the duration and the user's habits are both known. */
  boolean isDurationComparable() {
    return columns.duration(video) > 0 && state.habits().count(user.user()) > 0;
  }

  /** How much longer (in logarithms) the video is than what the user watches well, 0 unknown. */
  double durationOffset() {
    return isDurationComparable() ? logDuration() - state.habits().mean(user.user()) : 0;
  }

  /** The offset in units of the user's own spread, which is taken as at least 0.5. */
  double durationDeviation() {
    double spread = Math.max(0.5, Math.sqrt(state.habits().variance(user.user())));
    return Math.abs(durationOffset()) / spread;
  }

  /** 1 when user and video speak one language, 0 when not or unknown. */
  double isSameLanguage() {
    int language = columns.videoLanguage(video);
    return language != 0 && language == columns.userLanguage(user.user()) ? 1 : 0;
  }

  /** The share of the latest {@code window} good watches that are by the same creator. */
  double creatorInHistory(int window) {
    int own = columns.creator(video);
    Histories histories = state.histories();
    int size = Math.min(window, histories.size(user.user()));
    int same = 0;
    for (int back = 0; back < size && own != CatalogColumns.NO_CREATOR; back++) {
      same += columns.creator(histories.latestVideo(user.user(), back)) == own ? 1 : 0;
    }
    return (double) same / window;
  }

  /** The share of the latest {@code window} good watches that share a tag. */
  double tagsInHistory(int window) {
    return (double) tags.sharedBy(window) / window;
  }
}
