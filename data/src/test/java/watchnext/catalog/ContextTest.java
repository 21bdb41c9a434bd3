package watchnext.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContextTest {

  @Test
  void theFirstSecondOf1970WasAThursdayMidnight() {
    assertThat(Context.at(0).hour()).isZero();
    assertThat(Context.at(0).dayOfWeek()).isEqualTo(3);
    assertThat(Context.at(0).device()).isEmpty();
  }

  @Test
  void theSecondBeforeWasWednesdayNight() {
    assertThat(Context.at(-1).hour()).isEqualTo(23);
    assertThat(Context.at(-1).dayOfWeek()).isEqualTo(2);
  }

  @Test
  void anHourBeginsWithItsFirstSecond() {
    assertThat(Context.at(3599).hour()).isZero();
    assertThat(Context.at(3600).hour()).isEqualTo(1);
    assertThat(Context.at(86_399).dayOfWeek()).isEqualTo(3);
    assertThat(Context.at(86_400).dayOfWeek()).isEqualTo(4);
  }

  /** java.time is the reference, over four centuries on both sides of 1970. */
  @Test
  void hourAndWeekdayAreThoseOfTheCalendarInUtc() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      long time = random.nextLong(-6_000_000_000L, 6_000_000_000L);
      OffsetDateTime reference = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC);
      assertThat(Context.at(time).hour()).isEqualTo(reference.getHour());
      assertThat(Context.at(time).dayOfWeek()).isEqualTo(reference.getDayOfWeek().getValue() - 1);
    }
  }
}
