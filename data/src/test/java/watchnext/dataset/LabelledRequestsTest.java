package watchnext.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.SmallLog;

final class LabelledRequestsTest {

  private static final long DAY = 86_400;
  private static final long LATER = 30 * DAY;

  private final Catalog catalog = catalog();
  private final EventLogBuilder events = new EventLogBuilder(catalog);
  private final int request = events.request("r1");

  @Test
  void whatAUserDidIsJoinedByRequestAndVideo() {
    show(100, 0, 0, request, 0);
    show(100, 0, 1, request, 1);
    show(101, 0, 2, request, 2);
    events.appendSignal(EventKind.CLICK, 110, 0, 1, request);
    events.appendWatch(140, 0, 1, request, 30, 60);
    events.appendSignal(EventKind.LIKE, 141, 0, 1, request);
    events.appendWatch(150, 0, 2, request, 3, 60);

    LabelledRequest page = pages(0, LATER).get(0);
    assertThat(page.user()).isZero();
    assertThat(page.context().epochSecond()).isEqualTo(100);
    assertThat(page.context().device()).isEqualTo("tv");
    assertThat(page.videos()).containsExactly(0, 1, 2);
    assertThat(page.positions()).containsExactly(0, 1, 2);
    assertThat(page.clicked()).containsExactly(0, 1, 0);
    assertThat(page.watchedLong()).containsExactly(0, 1, 0);
    assertThat(page.liked()).containsExactly(0, 1, 0);
  }

  /** The user's usual device is a tv. */
  @Test
  void aPageHasTheDeviceThatShowedItAndTheRequestThatAskedForIt() {
    events.append(EventKind.IMPRESSION, 100, 0, 0, request, 0, 0, events.device("phone"));
    LabelledRequest page = pages(0, LATER).get(0);
    assertThat(page.context().device()).isEqualTo("phone");
    assertThat(page.requestId()).isEqualTo("r1");
  }

  @Test
  void withoutARequestTheLatestImpressionOfUserAndVideoIsMeant() {
    show(100, 0, 0, -1, 0);
    show(100, 0, 1, -1, 1);
    show(500, 0, 0, -1, 0);
    show(500, 1, 0, -1, 0);
    events.appendSignal(EventKind.CLICK, 510, 0, 0, -1);

    List<LabelledRequest> pages = pages(0, LATER);
    assertThat(pages).hasSize(3);
    assertThat(pages.get(0).clicked()).containsExactly(0, 0);
    assertThat(pages.get(1).clicked()).containsExactly(1);
    assertThat(pages.get(2).user()).isEqualTo(1);
    assertThat(pages.get(2).clicked()).containsExactly(0);
  }

  @Test
  void anAnswerOfTheSameSecondCountsWhereverTheLogHasIt() {
    events.appendSignal(EventKind.CLICK, 100, 0, 0, -1);
    show(100, 0, 0, -1, 0);

    assertThat(pages(0, LATER).get(0).clicked()).containsExactly(1);
  }

  @Test
  void anAnswerAfterTheDelayComesTooLate() {
    show(100, 0, 0, request, 0);
    show(100, 0, 1, request, 1);
    events.appendSignal(EventKind.CLICK, 100 + DAY, 0, 0, request);
    events.appendSignal(EventKind.CLICK, 101 + DAY, 0, 1, request);

    assertThat(pages(0, LATER).get(0).clicked()).containsExactly(1, 0);
  }

  @Test
  void aPageWhoseLabelsMayStillComeIsLeftOut() {
    show(100, 0, 0, request, 0);

    assertThat(pages(0, 100 + DAY)).isEmpty();
    assertThat(pages(0, 101 + DAY)).hasSize(1);
    assertThat(pages(101, 101 + DAY)).isEmpty();
  }

  @Test
  void anImpressionDeliveredTwiceIsOne() {
    show(100, 0, 0, request, 0);
    show(100, 0, 0, request, 0);
    show(100, 1, 3, -1, 0);
    show(100, 1, 3, -1, 0);

    assertThat(pages(0, LATER)).extracting(LabelledRequest::size).containsExactly(1, 1);
  }

  /** 8 users with 10 pages of 3 videos each, every user's pages numbered r0 to r9. */
  @Test
  void usersWhoNumberTheirRequestsAlikeKeepTheirPagesApart() {
    Catalog eight = catalogOf(8);
    EventLogBuilder log = new EventLogBuilder(eight);
    for (int page = 0; page < 10; page++) {
      for (int user = 0; user < 8; user++) {
        for (int video = 0; video < 3; video++) {
          log.add(new Event.Impression(100 + page, "u" + user, "v" + video, "r" + page, video, 0));
        }
        log.add(new Event.Click(103 + page, "u" + user, "v" + user % 3, "r" + page));
      }
    }
    Recording recording = new Recording("", eight, log.build(), Recording.Rhythm.DAILY, "");

    List<LabelledRequest> pages = LabelledRequests.fromImpressions(recording, 0, LATER);
    assertThat(pages).hasSize(80).allMatch(page -> page.size() == 3);
    for (LabelledRequest page : pages) {
      float[] clicked = {0, 0, 0};
      clicked[page.user() % 3] = 1;
      assertThat(page.clicked()).containsExactly(clicked);
    }
  }

  private static Catalog catalogOf(int users) {
    List<User> all = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      all.add(User.unknown("u" + u));
    }
    return new Catalog(all, catalog().videos());
  }

  @Test
  void aLabelThatNeverOccursIsUnknown() {
    show(100, 0, 0, request, 0);
    events.appendWatch(140, 0, 0, request, 30, 60);

    LabelledRequest page = pages(0, LATER).get(0);
    assertThat(page.clicked()).containsExactly(Float.NaN);
    assertThat(page.watchedLong()).containsExactly(1);
    assertThat(page.liked()).containsExactly(Float.NaN);
  }

  @Test
  void everyPageOfALogIsFoundAndEveryClickIsOnOne() {
    Recording small = SmallLog.of(30, 100, 400, 10, 9);
    List<LabelledRequest> pages =
        LabelledRequests.fromImpressions(small, Long.MIN_VALUE, Long.MAX_VALUE);
    int shown = 0;
    int clicked = 0;
    long last = Long.MIN_VALUE;
    for (LabelledRequest page : pages) {
      assertThat(page.context().epochSecond()).isGreaterThanOrEqualTo(last);
      last = page.context().epochSecond();
      shown += page.size();
      for (float label : page.clicked()) {
        clicked += label == 1 ? 1 : 0;
      }
    }
    int[] counts = countsBySlowScan(small);
    assertThat(shown).isEqualTo(counts[0]);
    assertThat(clicked).isEqualTo(counts[1]);
  }

  /** Distinct impressions (page and video), and how many of them were clicked. */
  private static int[] countsBySlowScan(Recording small) {
    List<String> shown = new ArrayList<>();
    List<String> clicked = new ArrayList<>();
    var log = small.events();
    for (int i = 0; i < log.size(); i++) {
      String page = page(log, i);
      String key = page + "/" + log.video(i);
      if (log.kind(i) == EventKind.IMPRESSION && !shown.contains(key)) {
        shown.add(key);
      } else if (log.kind(i) == EventKind.CLICK) {
        String answered = log.request(i) >= 0 ? key : latest(log, i);
        if (!answered.isEmpty() && !clicked.contains(answered)) {
          clicked.add(answered);
        }
      }
    }
    return new int[] {shown.size(), clicked.size()};
  }

  private static String latest(watchnext.event.EventLog log, int click) {
    String result = "";
    for (int i = 0; i < log.size() && log.epochSecond(i) <= log.epochSecond(click); i++) {
      if (log.kind(i) == EventKind.IMPRESSION
          && log.user(i) == log.user(click)
          && log.video(i) == log.video(click)
          && log.epochSecond(click) - log.epochSecond(i) <= DAY) {
        result = page(log, i) + "/" + log.video(i);
      }
    }
    return result;
  }

  private static String page(watchnext.event.EventLog log, int i) {
    String request = log.request(i) >= 0 ? "r" + log.request(i) : "@" + log.epochSecond(i);
    return log.user(i) + request;
  }

  @Test
  void aSampleIsInOrderAndTheSameForTheSameSeed() {
    Recording small = SmallLog.of(30, 100, 400, 10, 9);
    long end = SmallLog.START + 20 * DAY;
    List<LabelledRequest> all = LabelledRequests.fromImpressions(small, 0, end);
    List<Long> once = times(sample(small, end, 1));

    assertThat(once).hasSize(50).isSorted().isEqualTo(times(sample(small, end, 1)));
    assertThat(once).isNotEqualTo(times(sample(small, end, 2)));
    assertThat(times(all)).containsAll(once);
    assertThat(LabelledRequests.sample(all, 10_000, new SplittableRandom(1))).isEqualTo(all);
  }

  private static List<LabelledRequest> sample(Recording small, long end, long seed) {
    return LabelledRequests.fromImpressions(small, 0, end, DAY, 50, new SplittableRandom(seed));
  }

  private static List<Long> times(List<LabelledRequest> pages) {
    return pages.stream().map(page -> page.context().epochSecond()).toList();
  }

  @Test
  void labelsThatAreNeitherOneNorZeroAreRefused() {
    float[] one = {1};
    assertThatThrownBy(
            () ->
                new LabelledRequest(
                    0,
                    watchnext.catalog.Context.at(0),
                    new int[1],
                    new float[] {0.5f},
                    one,
                    one,
                    new int[1]))
        .hasMessage("clicked must be 0, 1 or NaN, was 0.5");
  }

  private void show(long time, int user, int video, int ofRequest, int position) {
    events.appendImpression(time, user, video, ofRequest, position, 0);
  }

  private List<LabelledRequest> pages(long from, long until) {
    Recording recording = new Recording("", catalog, events.build(), Recording.Rhythm.DAILY, "");
    return LabelledRequests.fromImpressions(recording, from, until);
  }

  private static Catalog catalog() {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 4; v++) {
      videos.add(new Video("v" + v, "", "", List.of(), "", 60, Video.ALWAYS_THERE));
    }
    return new Catalog(List.of(new User("ann", "", "", "tv", "", 0), User.unknown("bob")), videos);
  }
}
