package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static watchnext.pipeline.OnePage.DAY;
import static watchnext.pipeline.OnePage.FOUND;
import static watchnext.pipeline.OnePage.SHOWN;
import static watchnext.pipeline.OnePage.UNTIL;
import static watchnext.pipeline.OnePage.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.dataset.LabelledRequest;
import watchnext.event.Event;

/** One user, one page, and what happens later, over the thirty videos that retrieval finds. */
class TrainingRequestsTest {

  /** The page holds videos 0 to 3: 0 is only opened, 1 watched well and liked, 2 and 3 left. */
  private final List<Event> page =
      List.of(
          new Event.Impression(SHOWN, "u", "v0", "p", 0, 0),
          new Event.Impression(SHOWN, "u", "v1", "p", 1, 0),
          new Event.Impression(SHOWN, "u", "v2", "p", 2, 0),
          new Event.Impression(SHOWN, "u", "v3", "p", 3, 0),
          new Event.Click(SHOWN + 5, "u", "v0", "p"),
          new Event.Watch(SHOWN + 9, "u", "v0", "p", 3, 60),
          new Event.Click(SHOWN + 20, "u", "v1", "p"),
          new Event.Watch(SHOWN + 60, "u", "v1", "p", 40, 60),
          new Event.Like(SHOWN + 61, "u", "v1", "p"));

  @Test
  void thePageKeepsItsOwnLabelsAndPlaces() {
    LabelledRequest request = only(page);
    assertThat(Arrays.copyOf(request.videos(), 4)).containsExactly(0, 1, 2, 3);
    assertThat(Arrays.copyOf(request.clicked(), 4)).containsExactly(1, 1, 0, 0);
    assertThat(Arrays.copyOf(request.watchedLong(), 4)).containsExactly(0, 1, 0, 0);
    assertThat(Arrays.copyOf(request.liked(), 4)).containsExactly(0, 1, 0, 0);
    assertThat(Arrays.copyOf(request.positions(), 4)).containsExactly(0, 1, 2, 3);
    assertThat(request.context().epochSecond()).isEqualTo(SHOWN);
  }

  @Test
  void everyOtherCandidateComesOnceWithoutAPlace() {
    LabelledRequest request = only(page);
    assertThat(request.videos()).hasSize(FOUND).doesNotHaveDuplicates();
    for (int i = 4; i < request.size(); i++) {
      assertThat(request.positions()[i]).isEqualTo(LabelledRequest.UNKNOWN_POSITION);
    }
  }

  @Test
  void aCandidateIsLabelledByWhetherItIsWatchedWellWithinAWeek() {
    LabelledRequest request =
        only(
            page,
            watch(SHOWN, 10, 40),
            watch(SHOWN + 7 * DAY - 1, 11, 40),
            watch(SHOWN + 7 * DAY, 12, 40),
            watch(SHOWN + DAY, 13, 3));
    assertThat(goodCandidates(request)).containsExactly(10, 11);
    int good = indexOf(request, 10);
    assertThat(request.clicked()[good]).isEqualTo(1);
    assertThat(request.liked()[good]).isNaN();
    assertThat(request.watchedLong()[indexOf(request, 12)]).isZero();
    assertThat(request.watchedLong()[indexOf(request, 13)]).isZero();
  }

  @Test
  void aVideoSeenBeforeThePageIsNoCandidate() {
    LabelledRequest request =
        only(page, new Event.Click(SHOWN - 1, "u", "v9", ""), watch(SHOWN + DAY, 9, 40));
    assertThat(request.videos()).doesNotContain(9);
  }

  @Test
  void anotherUsersWatchesAreNoLabels() {
    LabelledRequest request = only(page, new Event.Watch(SHOWN + DAY, "w", "v10", "", 40, 60));
    assertThat(goodCandidates(request)).isEmpty();
  }

  @Test
  void nothingAtOrAfterUntilIsALabel() {
    long late = UNTIL - 2 * DAY;
    List<Event> latePage = List.of(new Event.Impression(late, "u", "v0", "q", 0, 0));
    LabelledRequest request =
        only(latePage, watch(UNTIL - 1, 10, 40), watch(UNTIL, 11, 40), watch(UNTIL + 1, 12, 40));
    assertThat(goodCandidates(request)).containsExactly(10);
  }

  @Test
  void deletingTheEventsFromUntilOnChangesNothing() {
    List<Event> all = new ArrayList<>(page);
    all.add(watch(SHOWN + DAY, 10, 40));
    int before = all.size();
    all.add(watch(UNTIL, 11, 40));
    all.add(new Event.Impression(UNTIL + 1, "u", "v5", "q", 0, 0));
    all.add(new Event.Like(UNTIL + 2, "u", "v1", "p"));
    assertSame(OnePage.requests(all), OnePage.requests(all.subList(0, before)));
  }

  @Test
  void aPageTooYoungForItsLabelsIsLeftOut() {
    long young = UNTIL - DAY + 1;
    List<Event> all = new ArrayList<>(page);
    all.add(new Event.Impression(young, "u", "v5", "q", 0, 0));
    assertThat(OnePage.requests(all)).hasSize(1);
  }

  @Test
  void withoutPagesTheCandidatesAreLabelledAlone() {
    LabelledRequest request =
        only(List.of(watch(SHOWN, 10, 40), watch(SHOWN + 60, 11, 40), watch(SHOWN + 70, 40, 40)));
    // Video 40 is watched well too, but retrieval does not find it.
    assertThat(goodCandidates(request)).containsExactly(10, 11);
    assertThat(request.videos()).hasSize(FOUND);
    assertThat(request.context().epochSecond()).isEqualTo(SHOWN);
  }

  @Test
  void aQuestionOfWhichNothingIsFoundIsLeftOut() {
    assertThat(OnePage.requests(List.of(watch(SHOWN, 40, 40)))).isEmpty();
  }

  /** Pages that were first logged after the rankers' time must not decide how they learn. */
  @Test
  void pagesLoggedOnlyLaterDoNotHideTheWatchesOfNow() {
    LabelledRequest request =
        only(List.of(watch(SHOWN, 10, 40), new Event.Impression(UNTIL, "u", "v0", "q", 0, 0)));
    assertThat(goodCandidates(request)).containsExactly(10);
  }

  private static int[] goodCandidates(LabelledRequest request) {
    return IntStream.range(0, request.size())
        .filter(i -> request.positions()[i] == LabelledRequest.UNKNOWN_POSITION)
        .filter(i -> request.watchedLong()[i] == 1)
        .map(i -> request.videos()[i])
        .sorted()
        .toArray();
  }

  private static int indexOf(LabelledRequest request, int video) {
    return Arrays.stream(request.videos()).boxed().toList().indexOf(video);
  }

  private static LabelledRequest only(List<Event> events, Event... more) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(List.of(more));
    List<LabelledRequest> requests = OnePage.requests(all);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static void assertSame(List<LabelledRequest> one, List<LabelledRequest> other) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.size(); i++) {
      LabelledRequest a = one.get(i);
      LabelledRequest b = other.get(i);
      assertThat(a.context()).isEqualTo(b.context());
      assertThat(a.videos()).isEqualTo(b.videos());
      assertThat(a.clicked()).isEqualTo(b.clicked());
      assertThat(a.watchedLong()).isEqualTo(b.watchedLong());
      assertThat(Arrays.equals(a.liked(), b.liked())).isTrue();
    }
  }
}
