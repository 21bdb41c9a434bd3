package watchnext.calibration;

import java.util.Arrays;
import java.util.BitSet;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.event.EventLog;
import watchnext.event.Satisfaction;
import watchnext.synthetic.EventSink;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldEvent;

/**
 * One pass over the events of a world, counting what {@link Marginals} are made of. Events must
 * come in order of time. Memory: eight bytes a play and an impression, forty a video and a user.
 * <i>Confined: filled and read by one thread.</i>
 */
final class WorldCounts implements EventSink {

  private static final long NEW_SESSION_SECONDS = 1200;
  private static final int NOBODY_YET = -1;

  final Catalog catalog;
  final int[] showsOfVideo;
  final int[] randomShowsOfVideo;
  final int[] playsOfVideo;
  final int[] showsOfUser;
  final int[] clicksOfUser;
  final int[] sessionsOfUser;
  final double[] progressOfVideo;
  final long[] showsOfHour = new long[24];
  final long[] clicksOfHour = new long[24];
  final Samples playSeconds = new Samples();
  final Samples watchRatios = new Samples();
  final Samples shownDurations = new Samples();
  long randomShows;
  long complete;
  long longWatches;
  long likes;
  long events;
  long gaps;
  long gapsWithinSecond;
  long gapsUnderMinute;
  long gapsOverTwoHours;

  private final BitSet randomPages = new BitSet();
  private final long[] lastShown;
  private final long[] lastActive;

  WorldCounts(Catalog catalog) {
    int users = catalog.users().size();
    int videos = catalog.videos().size();
    this.catalog = catalog;
    this.showsOfVideo = new int[videos];
    this.randomShowsOfVideo = new int[videos];
    this.playsOfVideo = new int[videos];
    this.progressOfVideo = new double[videos];
    this.showsOfUser = new int[users];
    this.clicksOfUser = new int[users];
    this.sessionsOfUser = new int[users];
    this.lastShown = new long[users];
    this.lastActive = new long[users];
    Arrays.fill(lastShown, NOBODY_YET);
    Arrays.fill(lastActive, NOBODY_YET);
  }

  /** The tally of a log that was kept. */
  static WorldCounts of(EventLog log) {
    WorldCounts tally = new WorldCounts(log.catalog());
    BitSet announced = new BitSet();
    for (int i = 0; i < log.size(); i++) {
      int request = log.request(i);
      if (request >= 0 && !announced.get(request)) {
        announced.set(request);
        tally.page(request, World.isRandomPage(log.get(i).requestId()), "");
      }
      tally.take(log, i);
    }
    return tally;
  }

  private void take(EventLog log, int i) {
    long time = log.epochSecond(i);
    int user = log.user(i);
    int video = log.video(i);
    int request = log.request(i);
    switch (log.kind(i)) {
      case IMPRESSION -> impression(time, user, video, request, log.position(i), log.propensity(i));
      case WATCH -> watch(time, user, video, request, log.watchSeconds(i), log.durationSeconds(i));
      case CLICK, LIKE, NOT_INTERESTED -> signal(log.kind(i), time, user, video, request);
      case RATING -> throw new IllegalStateException("nobody gives stars in this world");
    }
  }

  @Override
  public void page(int request, boolean random, String device) {
    randomPages.set(request, random);
  }

  @Override
  public void event(WorldEvent event) {
    events++;
    switch (event.kind()) {
      case IMPRESSION -> shown(event.epochSecond(), event.user(), event.video(), event.request());
      case WATCH -> watched(event);
      case CLICK -> {
        clicksOfUser[event.user()]++;
        clicksOfHour[Context.at(event.epochSecond()).hour()]++;
      }
      case LIKE -> likes++;
      case NOT_INTERESTED, RATING -> {}
    }
  }

  private void shown(long now, int user, int video, int request) {
    shownDurations.add(catalog.video(video).durationSeconds());
    showsOfVideo[video]++;
    showsOfUser[user]++;
    showsOfHour[Context.at(now).hour()]++;
    if (request >= 0 && randomPages.get(request)) {
      randomShows++;
      randomShowsOfVideo[video]++;
    }
    if (lastShown[user] != NOBODY_YET) {
      countGap(now - lastShown[user]);
    }
    boolean away = now - lastActive[user] > NEW_SESSION_SECONDS;
    if (lastActive[user] == NOBODY_YET || away) {
      sessionsOfUser[user]++;
    }
    lastShown[user] = now;
    lastActive[user] = Math.max(lastActive[user], now);
  }

  private void countGap(long seconds) {
    gaps++;
    gapsWithinSecond += seconds == 0 ? 1 : 0;
    gapsUnderMinute += seconds >= 10 && seconds < 60 ? 1 : 0;
    gapsOverTwoHours += seconds > 7200 ? 1 : 0;
  }

  private void watched(WorldEvent event) {
    int video = event.video();
    // As the log keeps them, so that a stream and its log give the same figures.
    double seconds = (float) event.first();
    double duration = (float) event.second();
    playSeconds.add(seconds);
    watchRatios.add(seconds / duration);
    playsOfVideo[video]++;
    progressOfVideo[video] += seconds / duration;
    complete += seconds >= duration ? 1 : 0;
    longWatches += Satisfaction.isLongWatch(seconds, duration) ? 1 : 0;
    lastActive[event.user()] = event.epochSecond();
  }
}
