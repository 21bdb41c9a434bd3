package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.PeriodSize;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.fixture.SmallLogs;

class SplitsTest {

  private static final long DAY = 86_400;
  private static final PeriodSize ANY = new PeriodSize(1, 1);

  /** Days from the beginning to each cut. */
  @ParameterizedTest
  @CsvSource({"8, 1, 4, 6", "14, 5, 8, 10", "30, 13, 18, 20", "365, 261, 321, 351"})
  void dailyUsersAreCutAtMidnights(int days, int ranker, int validation, int test) {
    assertThat(Splits.of(daily(days, 3), ANY))
        .isEqualTo(new TemporalSplit(ranker * DAY, validation * DAY, test * DAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 13, 17, 23, 40, 100, 1000})
  void everyPartHasWholeDays(int days) {
    TemporalSplit split = Splits.of(daily(days, 2), ANY);
    assertThat(split.rankerFrom()).isGreaterThanOrEqualTo(DAY);
    assertThat(split.validationFrom() - split.rankerFrom()).isGreaterThanOrEqualTo(3 * DAY);
    assertThat(split.testFrom() - split.validationFrom()).isGreaterThanOrEqualTo(2 * DAY);
    assertThat(days * DAY - split.testFrom()).isBetween(2 * DAY, 14 * DAY);
  }

  /** A hundred events, one a second: the shares are .45, .75 and .8. */
  @Test
  void burstsAreCutByShareOfTheEvents() {
    Recording recording = recording(100, 1, Recording.Rhythm.BURSTS);
    assertThat(Splits.of(recording, ANY)).isEqualTo(new TemporalSplit(45, 75, 80));
  }

  @Test
  void aWeekOfDailyUsersIsTooShortForDays() {
    Recording recording = recording(100, 1, Recording.Rhythm.DAILY);
    assertThat(Splits.of(recording, ANY)).isEqualTo(new TemporalSplit(50, 65, 75));
  }

  @Test
  void tooFewEventsAreRefusedInASentence() {
    assertThatThrownBy(
            () -> Splits.of(recording(9, DAY, Recording.Rhythm.DAILY), PeriodSize.DEFAULT))
        .hasMessage("a log must have at least 10 events to be split, had 9");
    assertThatThrownBy(
            () -> Splits.of(recording(0, DAY, Recording.Rhythm.DAILY), PeriodSize.DEFAULT))
        .hasMessage("a log must have at least 10 events to be split, had 0");
  }

  @Test
  void eventsOfOneSecondCannotBeCut() {
    assertThatThrownBy(
            () -> Splits.of(recording(50, 0, Recording.Rhythm.BURSTS), PeriodSize.DEFAULT))
        .hasMessage(
            "a log must go on in time to be split, all 50 events were at 1970-01-01T00:00:00Z");
    assertThatThrownBy(() -> Splits.of(SmallLogs.atOneInstant(), PeriodSize.DEFAULT))
        .hasMessageContaining("events were at 2023-11-20T00:00:00Z");
  }

  /** 90 of 100 events in the first second, and the cuts are at 45, 75 and 80. */
  @Test
  void tooManyEventsOfOneSecondAreRefusedInASentence() {
    assertThatThrownBy(
            () -> Splits.of(recording(i -> i < 90 ? 0 : i, 100, Recording.Rhythm.BURSTS), ANY))
        .hasMessage(
            "events must be spread over time to be split, too many are of one second: cuts would be"
                + " at 1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z and 1970-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 3_650})
  void aStrayEventMovesNoCut(int days) {
    TemporalSplit cuts = Splits.of(SmallLogs.ordinary(), PeriodSize.DEFAULT);
    assertThat(Splits.of(SmallLogs.strayBefore(days), PeriodSize.DEFAULT)).isEqualTo(cuts);
    assertThat(Splits.of(SmallLogs.strayAfter(days), PeriodSize.DEFAULT)).isEqualTo(cuts);
  }

  @Test
  void aPeriodTooThinToJudgeIsRefusedWithWhatWasFoundAndNeeded() {
    assertThatThrownBy(() -> Splits.of(SmallLogs.oneUser(), PeriodSize.DEFAULT))
        .hasMessage(
            "the validation period must have at least 5 users and 10 days of users with a good"
                + " watch, had 1 and 2 from 2023-11-28T00:00:00Z to 2023-11-30T00:00:00Z");
    assertThat(Splits.of(SmallLogs.oneUser(), ANY))
        .isEqualTo(Splits.of(SmallLogs.ordinary(), PeriodSize.DEFAULT));
    assertThatThrownBy(() -> new PeriodSize(0, 1))
        .hasMessage("leastUsers must be at least 1, was 0");
    assertThatThrownBy(() -> new PeriodSize(1, 0))
        .hasMessage("leastRequests must be at least 1, was 0");
  }

  @Test
  void videosThatAreAllUploadedAfterTheLogAreRefusedInASentence() {
    assertThatThrownBy(() -> Splits.of(SmallLogs.uploadsInTheFuture(), PeriodSize.DEFAULT))
        .hasMessageStartingWith("some video must be uploaded before the last event, at 2023-12-0")
        .hasMessageEndingWith(", all are later: nothing could be recommended");
  }

  /** From the first second of the first day to within the last. */
  private static Recording daily(int days, int eventsPerDay) {
    return recording(days * eventsPerDay, DAY / eventsPerDay, Recording.Rhythm.DAILY);
  }

  private static Recording recording(int events, long seconds, Recording.Rhythm rhythm) {
    return recording(i -> i * seconds, events, rhythm);
  }

  private static Recording recording(IntToLongFunction time, int events, Recording.Rhythm rhythm) {
    Catalog catalog =
        new Catalog(
            List.of(User.unknown("u")),
            List.of(new Video("v", "", "", List.of(), "", 0, Video.ALWAYS_THERE)));
    EventLogBuilder log = new EventLogBuilder(catalog);
    for (int i = 0; i < events; i++) {
      log.appendSignal(EventKind.LIKE, time.applyAsLong(i), 0, 0, -1);
    }
    return new Recording("likes", catalog, log.build(), rhythm, "");
  }
}
