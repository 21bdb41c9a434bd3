package watchnext.synthetic;

import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Truth;

/**
 * Runs the logging policy against an audience from the first to the last day and hands every event
 * on in order of time. Between two refreshes of the policy users do not touch each other, so they
 * are served in blocks; what a block writes is put together in order of the blocks, and the log
 * does not depend on who ran which. <i>Confined: used once, from one thread.</i>
 */
final class Recorder {

  private static final int BLOCK = 512;

  private final WorldConfig config;
  private final HiddenVideos videos;
  private final Audience audience;
  private final VideoPool pool;
  private final LoggingPolicy policy;
  private final LoggingPolicy.Scratch scratch;
  private final int[] shows;
  private final int[] clicks;
  private final int users;

  Recorder(WorldConfig config, Truth truth, Catalog catalog, Audience audience) {
    this.config = config;
    this.videos = truth.videos();
    this.users = truth.users().size();
    this.audience = audience;
    this.pool = new VideoPool(catalog);
    this.policy = new LoggingPolicy(config, pool, users);
    this.scratch = new LoggingPolicy.Scratch(config.pageSize(), videos.size());
    this.shows = new int[videos.size()];
    this.clicks = new int[videos.size()];
  }

  /** Runs the whole period. */
  void run(EventSink sink, Progress progress) {
    Extent extent = config.extent();
    long step = config.logging().refreshHours() * 3600L;
    EventColumns waiting = new EventColumns();
    EventColumns block = new EventColumns();
    for (long from = extent.startEpochSecond(); from < extent.endEpochSecond(); from += step) {
      long until = Math.min(from + step, extent.endEpochSecond());
      pool.refresh(videos.availableAt(from), shows, clicks, step / 3600.0);
      int announced = waiting.pages();
      for (int first = 0; first < users; first += BLOCK) {
        serve(first, Math.min(first + BLOCK, users), until, block);
        waiting.take(block);
      }
      waiting.announce(announced, sink);
      waiting.drain(from, until, sink);
      progress.reached(until, extent);
    }
  }

  private void serve(int firstUser, int endUser, long until, EventColumns events) {
    for (int user = firstUser; user < endUser; user++) {
      while (audience.nextVisit(user) < until) {
        Context context = audience.context(user);
        Answer answer = serve(user, context);
        events.page(events.pages(), scratch.random);
        answer.appendTo(events, events.pages() - 1, scratch.propensities);
      }
    }
  }

  private Answer serve(int user, Context context) {
    LoggingPolicy.Choice choice = choiceAt(context.epochSecond());
    policy.fill(user, choice, audience.policyKey(user), scratch);
    Answer answer = audience.respond(user, scratch.page, context);
    policy.observe(answer);
    for (int place = 0; place < answer.size(); place++) {
      shows[answer.video(place)]++;
      if (answer.clicked(place)) {
        clicks[answer.video(place)]++;
      }
    }
    return answer;
  }

  private LoggingPolicy.Choice choiceAt(long epochSecond) {
    int available = videos.availableAt(epochSecond);
    int old = videos.availableAt(epochSecond - config.logging().freshHours() * 3600L);
    return new LoggingPolicy.Choice(available, available - old);
  }

  /** Told how far the run has come. */
  interface Progress {
    /** All events before {@code epochSecond} have been handed on. */
    void reached(long epochSecond, Extent extent);
  }
}
