package watchnext.simulation;

import watchnext.catalog.Catalog;
import watchnext.event.EventLog;
import watchnext.event.Satisfaction;
import watchnext.synthetic.PageResponse;

/**
 * Counts what users did with the pages of one policy. A session belongs to the day on which the
 * loop saw its first page; the one that was going on when the loop began counts from there, the one
 * that goes on when the loop ends counts so far. <i>Confined: one thread at a time.</i>
 */
final class Tally {

  /** A video is new for this many days after its upload. */
  static final int NEW_DAYS = 3;

  private static final long DAY = 86_400;
  private static final long RETURN_SECONDS = DAY;

  private final Catalog catalog;
  private final long cut;
  private final MeasureTotals ofUser;
  private final MeasureTotals ofDay;
  private final int[] shows;
  private final boolean[] inSession;

  Tally(Catalog catalog, long cut, int days) {
    int users = catalog.users().size();
    this.catalog = catalog;
    this.cut = cut;
    this.ofUser = new MeasureTotals(users);
    this.ofDay = new MeasureTotals(days);
    this.shows = new int[catalog.videos().size()];
    this.inSession = new boolean[users];
  }

  void add(PageResponse answer) {
    int user = answer.user();
    long now = answer.context().epochSecond();
    int day = (int) ((now - cut) / DAY);
    if (!inSession[user]) {
      inSession[user] = true;
      count(Measure.SESSIONS, user, day, 1);
    }
    count(Measure.PAGES, user, day, 1);
    for (int place = 0; place < answer.size(); place++) {
      countPlace(answer, place, day);
    }
    if (answer.leaves()) {
      inSession[user] = false;
      count(Measure.LEAVES, user, day, 1);
      boolean soon = answer.nextVisit() - now <= RETURN_SECONDS;
      count(Measure.RETURNS, user, day, soon ? 1 : 0);
    }
  }

  private void countPlace(PageResponse answer, int place, int day) {
    int user = answer.user();
    int video = answer.video(place);
    shows[video]++;
    count(Measure.IMPRESSIONS, user, day, 1);
    long age = answer.context().epochSecond() - catalog.video(video).uploadedEpochSecond();
    count(Measure.NEW_IMPRESSIONS, user, day, age <= NEW_DAYS * DAY ? 1 : 0);
    if (answer.clicked(place)) {
      double seconds = answer.watchSeconds(place);
      double duration = catalog.video(video).durationSeconds();
      count(Measure.CLICKS, user, day, 1);
      count(Measure.WATCH_SECONDS, user, day, seconds);
      count(Measure.GOOD_WATCHES, user, day, Satisfaction.isLongWatch(seconds, duration) ? 1 : 0);
      count(Measure.LIKES, user, day, answer.liked(place) ? 1 : 0);
    }
  }

  private void count(Measure measure, int user, int day, double amount) {
    ofUser.of(measure)[user] += amount;
    ofDay.of(measure)[day] += amount;
  }

  /** So far, on one day. */
  double ofDay(Measure measure, int day) {
    return ofDay.of(measure)[day];
  }

  /** The run that was counted; the tally is spent. */
  Run run(String policy, int videosAtEnd, EventLog events) {
    return new Run(policy, ofUser, ofDay, shows, videosAtEnd, events);
  }
}
