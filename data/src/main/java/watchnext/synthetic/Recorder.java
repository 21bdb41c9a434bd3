package watchnext.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Truth;

/**
 * Runs the logging policy against an audience from the first to the last day and hands every event
 * on in order of time. Between two refreshes of the policy users do not touch each other, so they
 * are served in blocks by several threads; what the blocks wrote is put together in their order,
 * and counts are whole numbers, so the log does not depend on who ran which. The log ends with its
 * last second: a watch that would end later is not in it. <i>Confined: used once, from one
 * thread.</i>
 */
final class Recorder {

  private static final int BLOCK = 512;

  private final WorldConfig config;
  private final Truth truth;
  private final HiddenVideos videos;
  private final Audience audience;
  private final FraudAgents agents;
  private final VideoPool pool;
  private final LoggingPolicy policy;
  private final List<Worker> workers = new ArrayList<>();
  private final WaitingEvents[] blocks;
  private final int users;

  Recorder(WorldConfig config, Truth truth, Catalog catalog, int threads) {
    this.config = config;
    this.truth = truth;
    this.videos = truth.videos();
    this.users = truth.users().size();
    this.audience = new Audience(config, truth);
    this.agents = new FraudAgents(truth);
    this.pool = new VideoPool(catalog);
    this.policy = new LoggingPolicy(config, pool, users);
    this.blocks = new WaitingEvents[(users + BLOCK - 1) / BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new WaitingEvents();
    }
    for (int t = 0; t < threads; t++) {
      workers.add(new Worker());
    }
  }

  /** Impressions and clicks by video since the last refresh, as one thread saw them. */
  static final class Counts {
    final int[] shows;
    final int[] clicks;

    Counts(int videos) {
      this.shows = new int[videos];
      this.clicks = new int[videos];
    }

    void clicked(int video) {
      clicks[video]++;
    }

    private void take(Counts other) {
      for (int v = 0; v < shows.length; v++) {
        shows[v] += other.shows[v];
        clicks[v] += other.clicks[v];
        other.shows[v] = 0;
        other.clicks[v] = 0;
      }
    }
  }

  /** Runs the whole period; {@code progress} is told until when all events have been handed on. */
  void run(EventSink sink, LongConsumer progress) {
    Extent extent = config.extent();
    long step = config.logging().refreshHours() * 3600L;
    WaitingEvents waiting = new WaitingEvents();
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      for (long from = extent.startEpochSecond(); from < extent.endEpochSecond(); from += step) {
        long until = Math.min(from + step, extent.endEpochSecond());
        refresh(from, step);
        serveAll(threads, until);
        int announced = waiting.pages();
        for (WaitingEvents block : blocks) {
          waiting.take(block);
        }
        waiting.announce(announced, sink);
        waiting.drain(until, sink);
        progress.accept(until);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void refresh(long now, long step) {
    Counts all = workers.get(0).counts;
    for (Worker worker : workers.subList(1, workers.size())) {
      all.take(worker.counts);
    }
    pool.refresh(videos.availableAt(now), all.shows, all.clicks, step / 3600.0);
  }

  private void serveAll(ExecutorService threads, long until) {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (Worker worker : workers) {
      tasks.add(() -> worker.serveBlocks(next, until));
    }
    try {
      for (Future<Integer> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the world was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the world came to an end: " + e.getCause(), e);
    }
  }

  /** One thread with its scratch memory. */
  private final class Worker {
    private final LoggingPolicy.Scratch scratch =
        new LoggingPolicy.Scratch(config.pageSize(), videos.size());
    private final Counts counts = new Counts(videos.size());

    private int serveBlocks(AtomicInteger next, long until) {
      int served = 0;
      for (int b = next.getAndIncrement(); b < blocks.length; b = next.getAndIncrement()) {
        for (int user = b * BLOCK; user < Math.min((b + 1) * BLOCK, users); user++) {
          serve(user, until, blocks[b]);
          served++;
        }
      }
      return served;
    }

    private void serve(int user, long until, WaitingEvents events) {
      if (agents.comesByLinkOnly(user)) {
        agents.visitByLink(user, until, events, counts);
        return;
      }
      while (audience.nextVisit(user) < until) {
        Context context = audience.context(user);
        PageResponse answer = show(user, context);
        int request = events.pages();
        events.page(request, scratch.random, context.device());
        if (isLost(context)) {
          answer.appendShownTo(events, request, scratch.propensities);
        } else {
          learn(answer);
          answer.appendTo(events, request, scratch.propensities);
          agents.ride(answer, request, events, counts);
        }
      }
    }

    private boolean isLost(Context context) {
      double day = truth.day(context.epochSecond());
      return truth.script().loses(Audience.deviceNumber(context.device()), day);
    }

    private PageResponse show(int user, Context context) {
      LoggingPolicy.Choice choice = choiceAt(context.epochSecond());
      policy.fill(user, choice, audience.policyKey(user), scratch);
      for (int video : scratch.page) {
        counts.shows[video]++;
      }
      return audience.respond(user, scratch.page, context);
    }

    private void learn(PageResponse answer) {
      policy.observe(answer);
      for (int place = 0; place < answer.size(); place++) {
        if (answer.clicked(place)) {
          counts.clicked(answer.video(place));
        }
      }
    }

    private LoggingPolicy.Choice choiceAt(long epochSecond) {
      int available = videos.availableAt(epochSecond);
      int old = videos.availableAt(epochSecond - config.logging().freshHours() * 3600L);
      return new LoggingPolicy.Choice(available, available - old);
    }
  }
}
