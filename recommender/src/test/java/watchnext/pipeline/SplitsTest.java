package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.TemporalSplit;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class SplitsTest {

  private static final long DAY = 86_400;

  /** Days from the beginning to each cut. */
  @ParameterizedTest
  @CsvSource({"8, 1, 4, 6", "14, 5, 8, 10", "30, 13, 18, 20", "365, 261, 321, 351"})
  void dailyUsersAreCutAtMidnights(int days, int ranker, int validation, int test) {
    assertThat(Splits.of(daily(days, 3)))
        .isEqualTo(new TemporalSplit(ranker * DAY, validation * DAY, test * DAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 13, 17, 23, 40, 100, 1000})
  void everyPartHasWholeDays(int days) {
    TemporalSplit split = Splits.of(daily(days, 2));
    assertThat(split.rankerFrom()).isGreaterThanOrEqualTo(DAY);
    assertThat(split.validationFrom() - split.rankerFrom()).isGreaterThanOrEqualTo(3 * DAY);
    assertThat(split.testFrom() - split.validationFrom()).isGreaterThanOrEqualTo(2 * DAY);
    assertThat(days * DAY - split.testFrom()).isBetween(2 * DAY, 14 * DAY);
  }

  /** A hundred events, one a second: the shares are .45, .75 and .8. */
  @Test
  void burstsAreCutByShareOfTheEvents() {
    Recording recording = recording(100, 1, Recording.Rhythm.BURSTS);
    assertThat(Splits.of(recording)).isEqualTo(new TemporalSplit(45, 75, 80));
  }

  @Test
  void aWeekOfDailyUsersIsTooShortForDays() {
    Recording recording = recording(100, 1, Recording.Rhythm.DAILY);
    assertThat(Splits.of(recording)).isEqualTo(new TemporalSplit(50, 65, 75));
  }

  @Test
  void tooFewEventsAreRefusedInASentence() {
    assertThatThrownBy(() -> Splits.of(recording(9, DAY, Recording.Rhythm.DAILY)))
        .hasMessage("a log must have at least 10 events to be split, had 9");
    assertThatThrownBy(() -> Splits.of(recording(0, DAY, Recording.Rhythm.DAILY)))
        .hasMessage("a log must have at least 10 events to be split, had 0");
  }

  @Test
  void eventsOfOneSecondCannotBeCut() {
    assertThatThrownBy(() -> Splits.of(recording(50, 0, Recording.Rhythm.BURSTS)))
        .hasMessageStartingWith("cuts must ascend");
  }

  /** From the first second of the first day to within the last. */
  private static Recording daily(int days, int eventsPerDay) {
    return recording(days * eventsPerDay, DAY / eventsPerDay, Recording.Rhythm.DAILY);
  }

  private static Recording recording(int events, long seconds, Recording.Rhythm rhythm) {
    Catalog catalog =
        new Catalog(
            List.of(User.unknown("u")),
            List.of(new Video("v", "", "", List.of(), "", 0, Video.ALWAYS_THERE)));
    EventLogBuilder log = new EventLogBuilder(catalog);
    for (int i = 0; i < events; i++) {
      log.appendSignal(EventKind.CLICK, i * seconds, 0, 0, -1);
    }
    return new Recording("clicks", catalog, log.build(), rhythm, "");
  }
}
