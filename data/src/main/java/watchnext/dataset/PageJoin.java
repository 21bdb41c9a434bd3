package watchnext.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchnext.event.EventKind;
import watchnext.event.EventLog;

/**
 * Puts pages together from the impressions of a stretch of the log, and joins to each video what
 * its user then did. Impressions of a second come before the answers of the same second, in
 * whatever order the log has them. The words, for training, evaluation and the loop alike:
 *
 * <ul>
 *   <li>A <b>request</b> is a pair of user and request identifier: two users may both have an "r1".
 *       Where the log has no identifier, a request is a pair of user and second.
 *   <li>A <b>page</b> is the set of impressions of one request. A feed on a phone asks for one
 *       video at a time: its pages hold one video, whose position is unknown.
 *   <li>A <b>session</b> is a run of one user's events with no silence of more than half an hour,
 *       see {@code feature.Sessions}; its pages are as many as its requests.
 * </ul>
 *
 * <i>Confined: one thread at a time.</i>
 */
final class PageJoin {

  private static final byte CLICKED = 1;
  private static final byte WATCHED_LONG = 2;
  private static final byte LIKED = 4;

  private final EventLog log;
  private final int start;
  private final long delaySeconds;
  private final long videos;
  private final List<Page> pages = new ArrayList<>();
  private final int[] pageOf;
  private final byte[] answers;
  private final LongIntMap pageOfRequest = new LongIntMap();
  private final LongIntMap latestPageOfUser = new LongIntMap();
  private final LongIntMap shownOnPage = new LongIntMap();
  private final LongIntMap shownToUser = new LongIntMap();

  /** The pages of the events {@code [start, end)}, with their answers among the same events. */
  PageJoin(EventLog log, int start, int end, long delaySeconds) {
    this.log = log;
    this.start = start;
    this.delaySeconds = delaySeconds;
    this.videos = log.catalog().videos().size();
    this.pageOf = new int[end - start];
    this.answers = new byte[end - start];
    int second = start;
    while (second < end) {
      int next = second;
      while (next < end && log.epochSecond(next) == log.epochSecond(second)) {
        show(next++);
      }
      for (int i = second; i < next; i++) {
        answer(i);
      }
      second = next;
    }
  }

  /** All pages in order of time. */
  List<Page> pages() {
    return pages;
  }

  /** Whether the video of impression {@code i} was opened in time. */
  boolean isClicked(int i) {
    return (answers[i - start] & CLICKED) != 0;
  }

  /** Whether the video of impression {@code i} was watched, or rated, well in time. */
  boolean isWatchedLong(int i) {
    return (answers[i - start] & WATCHED_LONG) != 0;
  }

  /** Whether the video of impression {@code i} was liked in time. */
  boolean isLiked(int i) {
    return (answers[i - start] & LIKED) != 0;
  }

  private void show(int i) {
    if (log.kind(i) != EventKind.IMPRESSION) {
      return;
    }
    int number = pageOf(i);
    Page page = pages.get(number);
    if (page.has(log, log.video(i))) {
      return; // the same impression, delivered twice
    }
    page.add(i);
    pageOf[i - start] = number;
    shownToUser.put(log.user(i) * videos + log.video(i), i);
    if (log.request(i) >= 0) {
      shownOnPage.put(number * videos + log.video(i), i);
    }
  }

  private int pageOf(int i) {
    if (log.request(i) >= 0) {
      int number = pageOfRequest.putIfAbsent(log.requestKey(i), pages.size());
      return opened(number, i);
    }
    int latest = latestPageOfUser.get(log.user(i));
    if (latest != LongIntMap.ABSENT && pages.get(latest).time() == log.epochSecond(i)) {
      return latest;
    }
    latestPageOfUser.put(log.user(i), pages.size());
    return opened(pages.size(), i);
  }

  private int opened(int number, int i) {
    if (number == pages.size()) {
      pages.add(new Page(log.user(i), log.epochSecond(i)));
    }
    return number;
  }

  private void answer(int i) {
    byte answer =
        switch (log.kind(i)) {
          case CLICK -> CLICKED;
          case LIKE -> LIKED;
          case WATCH, RATING -> log.isGood(i) ? WATCHED_LONG : 0;
          case IMPRESSION, NOT_INTERESTED -> 0;
        };
    int shown = answer == 0 ? LongIntMap.ABSENT : impressionOf(i);
    if (shown != LongIntMap.ABSENT) {
      long waited = log.epochSecond(i) - pages.get(pageOf[shown - start]).time();
      if (waited <= delaySeconds) {
        answers[shown - start] |= answer;
      }
    }
  }

  private int impressionOf(int i) {
    int page = log.request(i) < 0 ? LongIntMap.ABSENT : pageOfRequest.get(log.requestKey(i));
    if (page != LongIntMap.ABSENT) {
      int shown = shownOnPage.get(page * videos + log.video(i));
      if (shown != LongIntMap.ABSENT) {
        return shown;
      }
    }
    return shownToUser.get(log.user(i) * videos + log.video(i));
  }

  /** The impressions of one page. <i>Confined: one thread at a time.</i> */
  static final class Page {
    private final int user;
    private final long time;
    private int[] impressions = new int[8];
    private int size;

    Page(int user, long time) {
      this.user = user;
      this.time = time;
    }

    /** Ordinal of the user. */
    int user() {
      return user;
    }

    /** When the first impression was made. */
    long time() {
      return time;
    }

    /** Number of videos. */
    int size() {
      return size;
    }

    /** Place in the log of the {@code k}-th impression. */
    int impression(int k) {
      return impressions[k];
    }

    private boolean has(EventLog log, int video) {
      for (int k = 0; k < size; k++) {
        if (log.video(impressions[k]) == video) {
          return true;
        }
      }
      return false;
    }

    private void add(int impression) {
      if (size == impressions.length) {
        impressions = Arrays.copyOf(impressions, size * 2);
      }
      impressions[size++] = impression;
    }
  }
}
