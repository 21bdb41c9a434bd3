package watchnext.synthetic;

import java.util.Arrays;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.event.EventLog;

/**
 * One pass over a log, counting what {@link Calibration} asks for. Events must be in order of time.
 * <i>Confined: filled and read by one thread.</i>
 */
final class Tally {

  private static final long NEW_SESSION_SECONDS = 1200;
  private static final int NOBODY_YET = -1;

  final int[] showsOfVideo;
  final int[] showsOfUser;
  final int[] clicksOfUser;
  final int[] sessionsOfUser;
  final double[] progressOfVideo;
  final long[] showsOfHour = new long[24];
  final long[] clicksOfHour = new long[24];
  double[] playSeconds = new double[1024];
  float[] shownDuration = new float[1024];
  int plays;
  int shows;
  long randomShows;
  long complete;
  long longWatches;
  long likes;
  long gaps;
  long gapsWithinSecond;
  long gapsUnderMinute;
  long gapsOverTwoHours;

  private final long[] lastShown;
  private final long[] lastActive;

  Tally(EventLog log) {
    Catalog catalog = log.catalog();
    int users = catalog.users().size();
    int videos = catalog.videos().size();
    this.showsOfVideo = new int[videos];
    this.progressOfVideo = new double[videos];
    this.showsOfUser = new int[users];
    this.clicksOfUser = new int[users];
    this.sessionsOfUser = new int[users];
    this.lastShown = new long[users];
    this.lastActive = new long[users];
    Arrays.fill(lastShown, NOBODY_YET);
    Arrays.fill(lastActive, NOBODY_YET);
    for (int i = 0; i < log.size(); i++) {
      switch (log.kind(i)) {
        case IMPRESSION -> shown(log, i);
        case CLICK -> {
          clicksOfUser[log.user(i)]++;
          clicksOfHour[Context.at(log.epochSecond(i)).hour()]++;
        }
        case WATCH -> watched(log, i);
        case LIKE -> likes++;
        case NOT_INTERESTED, RATING -> {}
      }
    }
    playSeconds = Arrays.copyOf(playSeconds, plays);
    shownDuration = Arrays.copyOf(shownDuration, shows);
  }

  private void shown(EventLog log, int i) {
    int user = log.user(i);
    int video = log.video(i);
    long now = log.epochSecond(i);
    if (shows == shownDuration.length) {
      shownDuration = Arrays.copyOf(shownDuration, shows * 2);
    }
    shownDuration[shows++] = (float) log.catalog().video(video).durationSeconds();
    showsOfVideo[video]++;
    showsOfUser[user]++;
    showsOfHour[Context.at(now).hour()]++;
    if (World.isRandomPage(log.get(i).requestId())) {
      randomShows++;
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

  private void watched(EventLog log, int i) {
    if (plays == playSeconds.length) {
      playSeconds = Arrays.copyOf(playSeconds, plays * 2);
    }
    double seconds = log.watchSeconds(i);
    double duration = log.durationSeconds(i);
    playSeconds[plays++] = seconds;
    progressOfVideo[log.video(i)] += seconds / duration;
    complete += seconds >= duration ? 1 : 0;
    longWatches += log.isGood(i) ? 1 : 0;
    lastActive[log.user(i)] = log.epochSecond(i);
  }
}
