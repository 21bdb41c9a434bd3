package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static watchnext.pipeline.OnePage.ASKED;
import static watchnext.pipeline.OnePage.DAY;
import static watchnext.pipeline.OnePage.FOUND;
import static watchnext.pipeline.OnePage.UNTIL;
import static watchnext.pipeline.OnePage.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import watchnext.event.Event;
import watchnext.model.ranker.Action;
import watchnext.model.ranker.RankerRows;

/** One user, one request, and what happens later, over the thirty videos that retrieval finds. */
class TrainingRowsTest {

  /** A page of videos 0 to 3: 0 is only opened, 1 watched well and liked, 2 and 3 left. */
  private final List<Event> page =
      List.of(
          new Event.Impression(ASKED, "u", "v0", "p", 0, 0),
          new Event.Impression(ASKED, "u", "v1", "p", 1, 0),
          new Event.Impression(ASKED, "u", "v2", "p", 2, 0),
          new Event.Impression(ASKED, "u", "v3", "p", 3, 0),
          new Event.Click(ASKED + 5, "u", "v0", "p"),
          new Event.Watch(ASKED + 9, "u", "v0", "p", 3, 60),
          new Event.Click(ASKED + 20, "u", "v1", "p"),
          new Event.Watch(ASKED + 60, "u", "v1", "p", 40, 60),
          new Event.Like(ASKED + 61, "u", "v1", "p"));

  @Test
  void everyCandidateIsLabelledByWhatTheUserGoesOnToDoShownOrNot() {
    RankerRows rows = OnePage.rows(with(page, watch(ASKED + DAY - 1, 10, 40)), 100);
    assertThat(rows.size()).isEqualTo(FOUND);
    assertThat(videos(rows, Action.LONG_WATCH)).containsExactly(1, 10);
    assertThat(videos(rows, Action.CLICK)).containsExactly(0, 1);
    assertThat(videos(rows, Action.LIKE)).containsExactly(1);
  }

  @Test
  void aLabelCountsWithinTheHorizonOfTheEvaluation() {
    List<Event> events =
        List.of(
            watch(ASKED, 9, 40),
            watch(ASKED + 7 * DAY - 1, 10, 40),
            watch(ASKED + 7 * DAY, 11, 40));
    RankerRows rows = OnePage.rows(events, 100);
    assertThat(goodOfRequest(rows, 0)).containsExactly(9, 10);
  }

  @Test
  void whatTheUserWantsIsCountedThoughRetrievalMissesIt() {
    RankerRows rows = OnePage.rows(List.of(watch(ASKED, 10, 40), watch(ASKED + 60, 40, 40)), 100);
    assertThat(videos(rows, Action.LONG_WATCH)).containsExactly(10);
    assertThat(rows.wanted(0)).isEqualTo(2);
  }

  @Test
  void aVideoSeenBeforeTheRequestIsNoCandidate() {
    List<Event> events = List.of(new Event.Click(ASKED - DAY, "u", "v9", ""), watch(ASKED, 10, 40));
    assertThat(videos(OnePage.rows(events, 100), null)).doesNotContain(9).contains(10);
  }

  @Test
  void aRequestOfWhichNothingGoodIsFoundIsKeptSinceServingMeetsSuch() {
    RankerRows rows = OnePage.rows(List.of(watch(ASKED, 40, 40)), 100);
    assertThat(rows.groups()).isEqualTo(1);
    assertThat(videos(rows, Action.LONG_WATCH)).isEmpty();
  }

  @Test
  void allGoodCandidatesAreKeptAndASampleOfTheOthers() {
    RankerRows rows = OnePage.rows(List.of(watch(ASKED, 10, 40), watch(ASKED + 9, 12, 40)), 5);
    assertThat(rows.size()).isEqualTo(7);
    assertThat(videos(rows, Action.LONG_WATCH)).containsExactly(10, 12);
    assertThat(videos(rows, null)).doesNotHaveDuplicates();
  }

  @Test
  void aKindOfLabelThatTheLogNeverHoldsIsUnknown() {
    RankerRows rows = OnePage.rows(List.of(watch(ASKED, 10, 40)), 100);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(rows.label(row, Action.CLICK)).isNaN();
      assertThat(rows.label(row, Action.LIKE)).isNaN();
    }
  }

  @Test
  void deletingTheEventsFromUntilOnChangesNothing() {
    List<Event> before = with(page, watch(ASKED + DAY, 10, 40));
    List<Event> after = with(before, watch(UNTIL, 11, 40));
    after.add(new Event.Like(UNTIL + 2, "u", "v2", "p"));
    after.add(new Event.Click(UNTIL + 3, "u", "v3", "p"));
    RankerRows one = OnePage.rows(before, 10);
    RankerRows other = OnePage.rows(after, 10);
    assertThat(other.features().data()).isEqualTo(one.features().data());
    for (Action action : Action.values()) {
      assertThat(videos(other, action)).isEqualTo(videos(one, action));
    }
  }

  private static List<Event> with(List<Event> events, Event more) {
    List<Event> all = new ArrayList<>(events);
    all.add(more);
    return all;
  }

  private static int[] goodOfRequest(RankerRows rows, int group) {
    return IntStream.range(rows.start(group), rows.end(group))
        .filter(rows::isGood)
        .map(row -> ordinal(rows, row))
        .sorted()
        .toArray();
  }

  /** The videos of the last request with a label, or all where none is named. */
  private static int[] videos(RankerRows rows, @Nullable Action action) {
    return IntStream.range(rows.start(rows.groups() - 1), rows.size())
        .filter(row -> action == null || rows.label(row, action) == 1)
        .map(row -> ordinal(rows, row))
        .sorted()
        .toArray();
  }

  private static int ordinal(RankerRows rows, int row) {
    return (int) rows.features().get(row, rows.width() - 1);
  }
}
