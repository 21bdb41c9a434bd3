package watchnext.synthetic;

import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.event.Event;
import watchnext.event.EventKind;

/**
 * What a user did with one page, in columns by place: clicks, watches, likes, and when the user
 * will ask for the next page. Nothing here is hidden from a platform. <i>Immutable once returned by
 * {@link Audience#respond}.</i>
 */
public final class PageResponse {

  private static final long NEVER = Long.MIN_VALUE;

  private final int user;
  private final Context context;
  private final int[] page;
  private final long[] clickedAt;
  private final long[] watchedAt;
  private final long[] refusedAt;
  private final float[] watchSeconds;
  private final float[] durationSeconds;
  private final boolean[] liked;
  private boolean leaves;
  private long nextVisit;

  PageResponse(int user, Context context, int[] page) {
    int size = page.length;
    this.user = user;
    this.context = context;
    this.page = page;
    this.clickedAt = new long[size];
    this.watchedAt = new long[size];
    this.refusedAt = new long[size];
    this.watchSeconds = new float[size];
    this.durationSeconds = new float[size];
    this.liked = new boolean[size];
    java.util.Arrays.fill(clickedAt, NEVER);
    java.util.Arrays.fill(refusedAt, NEVER);
  }

  void watch(int place, long from, long to, double seconds, double duration) {
    clickedAt[place] = from;
    watchedAt[place] = to;
    watchSeconds[place] = (float) seconds;
    durationSeconds[place] = (float) duration;
  }

  void like(int place) {
    liked[place] = true;
  }

  void refuse(int place, long at) {
    refusedAt[place] = at;
  }

  void close(boolean leaves, long nextVisit) {
    this.leaves = leaves;
    this.nextVisit = nextVisit;
  }

  /** The user's ordinal. */
  public int user() {
    return user;
  }

  /** When and on what device the page was shown. */
  public Context context() {
    return context;
  }

  /** Number of places. */
  public int size() {
    return page.length;
  }

  /** The video at a place. */
  public int video(int place) {
    return page[place];
  }

  /** Whether the video at a place was opened. */
  public boolean clicked(int place) {
    return clickedAt[place] != NEVER;
  }

  /** Seconds watched of the video at a place, 0 when it was not opened. */
  public float watchSeconds(int place) {
    return watchSeconds[place];
  }

  /** Whether the video at a place was liked. */
  public boolean liked(int place) {
    return liked[place];
  }

  /** Whether the user asked for no more such videos. */
  public boolean notInterested(int place) {
    return refusedAt[place] != NEVER;
  }

  /** Whether the session ends with this page. */
  public boolean leaves() {
    return leaves;
  }

  /** When the user asks for the next page: soon, or at the start of the next session. */
  public long nextVisit() {
    return nextVisit;
  }

  /**
   * Hands all of it to {@code sink}: the impressions when the page was shown, a click when the
   * video was opened, watch and like when the watch ended.
   *
   * @param request number of the request, see {@link EventSink#page}
   * @param propensities probability with which each video was put at its place, 0 when unknown
   */
  public void appendTo(EventSink sink, int request, double[] propensities) {
    appendShownTo(sink, request, propensities);
    repeatTo(sink, request, 0);
  }

  /** The impressions alone, as of a client that loses all the rest. */
  void appendShownTo(EventSink sink, int request, double[] propensities) {
    for (int k = 0; k < page.length; k++) {
      sink.impression(context.epochSecond(), user, page[k], request, k, propensities[k]);
    }
  }

  /** All but the impressions, {@code later} seconds later than it happened. */
  void repeatTo(EventSink sink, int request, long later) {
    for (int k = 0; k < page.length; k++) {
      if (clicked(k)) {
        long watched = watchedAt[k] + later;
        sink.signal(EventKind.CLICK, clickedAt[k] + later, user, page[k], request);
        sink.watch(watched, user, page[k], request, watchSeconds[k], durationSeconds[k]);
        if (liked[k]) {
          sink.signal(EventKind.LIKE, watched, user, page[k], request);
        }
      }
      if (notInterested(k)) {
        sink.signal(EventKind.NOT_INTERESTED, refusedAt[k] + later, user, page[k], request);
      }
    }
  }

  /** When the user is done with the page. */
  long endsAt() {
    long ends = context.epochSecond();
    for (int k = 0; k < page.length; k++) {
      ends = clicked(k) ? Math.max(ends, watchedAt[k]) : ends;
    }
    return ends;
  }

  /** All of it as events, in the order of {@link #appendTo}. */
  public List<Event> events(Catalog catalog, String requestId, double[] propensities) {
    String who = catalog.user(user).id();
    List<Event> events = new ArrayList<>();
    for (int k = 0; k < page.length; k++) {
      String what = catalog.video(page[k]).id();
      events.add(
          new Event.Impression(
              context.epochSecond(), who, what, requestId, k, propensities[k], context.device()));
    }
    for (int k = 0; k < page.length; k++) {
      String what = catalog.video(page[k]).id();
      if (clicked(k)) {
        events.add(new Event.Click(clickedAt[k], who, what, requestId));
        events.add(
            new Event.Watch(
                watchedAt[k], who, what, requestId, watchSeconds[k], durationSeconds[k]));
      }
      if (liked[k]) {
        events.add(new Event.Like(watchedAt[k], who, what, requestId));
      }
      if (notInterested(k)) {
        events.add(new Event.NotInterested(refusedAt[k], who, what, requestId));
      }
    }
    return events;
  }
}
