package watchnext.synthetic;

import watchnext.event.EventKind;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.Fraud;
import watchnext.synthetic.truth.Luck;
import watchnext.synthetic.truth.Truth;

/**
 * What fraudulent accounts write into the log besides, or instead of, what a user would. Five known
 * patterns: view bots and like farms come by direct link (no impression, no request), injected
 * clicks and replays ride on the pages of an ordinary session, stealth accounts live an honest life
 * and add one paid like now and then. The logging policy counts their clicks like anybody's, which
 * is what they are paid for.
 *
 * <p><i>Accounts are independent of each other: one thread at a time per account.</i>
 */
final class FraudAgents {

  static final int NO_REQUEST = -1;

  private static final long BOT_GAP_SECONDS = 1200;
  private static final long HARVEST_SECONDS = 600;
  private static final double COUNTED_VIEW_SECONDS = 18.2;
  private static final double DRIP_SHARE = 0.6;
  private static final int REPLAYS = 3;
  private static final long REPLAY_GAP_SECONDS = 3600;

  private final Truth truth;
  private final long key;
  private final long[] nextVisit;

  FraudAgents(Truth truth) {
    this.truth = truth;
    this.key = Luck.key(truth.seed(), 52);
    this.nextVisit = new long[truth.users().size()];
    for (int u = 0; u < nextVisit.length; u++) {
      long there =
          Math.max(truth.extent().startEpochSecond(), truth.users().signedUpEpochSecond(u) + 60);
      nextVisit[u] = visitAfter(u, there);
    }
  }

  private Fraud.Kind kind(int user) {
    return truth.fraud().kind(user);
  }

  /** Whether the account never asks for a page. */
  boolean comesByLinkOnly(int user) {
    return switch (kind(user)) {
      case VIEW_BOT, LIKE_FARM -> true;
      case NONE, CLICK_INJECTION, STEALTH_DRIP, REPLAY -> false;
    };
  }

  /** Writes all direct visits before {@code until} of an account that comes by link only. */
  void visitByLink(int user, long until, EventSink sink, Recorder.Counts counts) {
    while (nextVisit[user] < until) {
      long now = nextVisit[user];
      push(user, now, kind(user) == Fraud.Kind.LIKE_FARM, sink, counts);
      nextVisit[user] = visitAfter(user, now + 1);
    }
  }

  /** Bots come every twenty minutes sharp, farms once a day within ten minutes of each other. */
  private long visitAfter(int user, long time) {
    if (kind(user) == Fraud.Kind.VIEW_BOT) {
      return time + BOT_GAP_SECONDS + (long) (8 * Luck.uniform(key + user, time));
    }
    long start = truth.extent().startEpochSecond();
    long day = Math.floorDiv(time - start, Extent.DAY);
    long visit = harvest(user, day);
    return visit >= time ? visit : harvest(user, day + 1);
  }

  private long harvest(int user, long day) {
    long campaign = truth.fraud().campaign(user);
    double hour = Luck.uniform(Luck.key(key, campaign), day);
    double within = Luck.uniform(Luck.key(key, 1000 + user), day);
    return truth.extent().startEpochSecond()
        + day * Extent.DAY
        + (long) (hour * (Extent.DAY - HARVEST_SECONDS) + within * HARVEST_SECONDS);
  }

  private void push(int user, long now, boolean likes, EventSink sink, Recorder.Counts counts) {
    Fraud fraud = truth.fraud();
    int day = (int) Math.floor(truth.day(now));
    long midnight = truth.extent().startEpochSecond() + day * Extent.DAY;
    int available = truth.videos().availableAt(midnight);
    int video = fraud.target(fraud.campaign(user), day, available);
    double duration = truth.videos().durationSeconds(video);
    double seconds = COUNTED_VIEW_SECONDS + Luck.uniform(key + user, now + 1);
    double watched = Math.min(duration, seconds);
    long ends = now + (long) Math.ceil(watched);
    sink.signal(EventKind.CLICK, now, user, video, NO_REQUEST);
    sink.watch(ends, user, video, NO_REQUEST, watched, duration);
    if (likes) {
      sink.signal(EventKind.LIKE, ends, user, video, NO_REQUEST);
    }
    counts.clicked(video);
  }

  /** Adds what the account does beyond an ordinary answer to a page. */
  void ride(PageResponse answer, int request, EventSink sink, Recorder.Counts counts) {
    int user = answer.user();
    switch (kind(user)) {
      case CLICK_INJECTION -> inject(answer, request, sink, counts);
      case REPLAY -> replay(answer, request, sink, counts);
      case STEALTH_DRIP -> {
        long now = answer.endsAt() + 2;
        if (answer.leaves() && Luck.uniform(key + user, now) < DRIP_SHARE) {
          push(user, now, true, sink, counts);
        }
      }
      case NONE, VIEW_BOT, LIKE_FARM -> {}
    }
  }

  private static void inject(
      PageResponse answer, int request, EventSink sink, Recorder.Counts counts) {
    for (int place = 0; place < answer.size(); place++) {
      if (!answer.clicked(place)) {
        long now = answer.context().epochSecond();
        sink.signal(EventKind.CLICK, now, answer.user(), answer.video(place), request);
        counts.clicked(answer.video(place));
      }
    }
  }

  private static void replay(
      PageResponse answer, int request, EventSink sink, Recorder.Counts counts) {
    for (int round = 1; round <= REPLAYS; round++) {
      answer.repeatTo(sink, request, round * REPLAY_GAP_SECONDS);
      for (int place = 0; place < answer.size(); place++) {
        if (answer.clicked(place)) {
          counts.clicked(answer.video(place));
        }
      }
    }
  }
}
