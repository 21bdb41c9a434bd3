package watchnext.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochSecondsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-7, -7",
    "1714564800, 1714564800",
    "-62135596800, -62135596800",
    "7289654399, 7289654399",
    "2024-05-01T12:00:00Z, 1714564800",
    "2024-05-01T14:00:00+02:00, 1714564800",
    "2024-05-01T12:00:00.999Z, 1714564800",
    "1970-01-01T12:36:54Z, 45414",
    "1888-10-14T00:00:00Z, -2562883200"
  })
  void secondsAndInstantsAreTimes(String text, long seconds) {
    assertThat(EpochSeconds.parse(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1714564800000; (looks like milliseconds)",
        "1714564800000000; (looks like microseconds)",
        "1714564800000000000; (looks like nanoseconds)",
        "-1714564800000; (looks like milliseconds)",
        "171456480000000000; (looks like nanoseconds)",
        "45414; (looks like an Excel day number, that of 2024-05-02)",
        "45414.375; (looks like an Excel day number, that of 2024-05-02)",
        "45414,375; (looks like an Excel day number, that of 2024-05-02)",
        "1714564800.5; (seconds must be whole)",
        "20240501; (looks like a date without separators)",
        "2024-05-01; (looks like a date without a time, write 2024-05-01T00:00:00Z)",
        "2024-05-01 12:00:00; (looks like a time without a zone, add Z for UTC)",
        "2024-05-01T12:00:00; (looks like a time without a zone, add Z for UTC)",
        "7289654400; ''",
        "-62135596801; ''",
        "+10000-01-01T00:00:00Z; ''",
        "yesterday; ''",
        "''; ''"
      })
  void whatIsNoTimeIsRefusedWithWhatItLooksLike(String text, String hint) {
    assertThatThrownBy(() -> EpochSeconds.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected seconds since 1970 or an instant such as 2024-05-01T12:00:00Z, was \""
                + text
                + '"'
                + (hint.isEmpty() ? "" : " " + hint));
  }

  @ParameterizedTest
  @ValueSource(longs = {19_999, 80_001, 20_241_301, 18_991_231, 21_010_101})
  void numbersBesideThoseThatLookLikeDaysAreSeconds(long number) {
    assertThat(EpochSeconds.isPlausible(number)).isTrue();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2_000; i++) {
      long[] seconds = {random.nextLong(90_000), random.nextLong(19_000_000, 22_000_000)};
      for (long each : seconds) {
        assertThat(EpochSeconds.parse(EpochSeconds.text(each))).isEqualTo(each);
      }
    }
  }
}
