package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;

class WorldTest {

  private static final Recording RECORDING = tiny(7);

  private static Recording tiny(long seed) {
    return World.of(WorldConfig.preset("tiny"), seed).record(line -> {});
  }

  @Test
  void theSameSeedGivesTheSameLog() {
    EventLog again = tiny(7).events();
    EventLog log = RECORDING.events();
    assertThat(again.size()).isEqualTo(log.size());
    for (int i = 0; i < log.size(); i++) {
      assertThat(again.get(i)).isEqualTo(log.get(i));
    }
    assertThat(tiny(7).catalog().videos()).isEqualTo(RECORDING.catalog().videos());
    assertThat(tiny(7).catalog().users()).isEqualTo(RECORDING.catalog().users());
  }

  /**
   * The bytes of a world are a promise: the same on every Java version, machine and number of
   * threads. Whoever changes the world on purpose puts the new number here.
   */
  @Test
  void theTinyWorldOfSeedSevenHasItsFingerprint() {
    long print = 0;
    EventLog log = RECORDING.events();
    for (int i = 0; i < log.size(); i++) {
      print = print * 31 + log.kind(i).name().hashCode();
      print = print * 31 + log.epochSecond(i);
      print = print * 31 + log.user(i) * 1_000L + log.video(i);
      print = print * 31 + log.request(i);
      if (log.kind(i) == EventKind.IMPRESSION) {
        print = print * 31 + Float.floatToIntBits(log.propensity(i)) + log.position(i);
      } else if (log.kind(i) == EventKind.WATCH) {
        print = print * 31 + Float.floatToIntBits(log.watchSeconds(i));
      }
    }
    for (Video v : RECORDING.catalog().videos()) {
      print = print * 31 + v.title().hashCode() + v.tags().hashCode() + v.uploadedEpochSecond();
    }
    for (User u : RECORDING.catalog().users()) {
      print = print * 31 + u.country().hashCode() + u.ageBucket().hashCode();
    }
    assertThat(print).isEqualTo(4_319_566_236_585_528_278L);
  }

  @Test
  void anotherSeedGivesAnotherLog() {
    assertThat(tiny(8).events().size()).isNotEqualTo(RECORDING.events().size());
  }

  @Test
  void tinyHasTheSizeItSays() {
    assertThat(RECORDING.name()).isEqualTo("world tiny");
    assertThat(RECORDING.rhythm()).isEqualTo(Recording.Rhythm.DAILY);
    assertThat(RECORDING.catalog().videos()).hasSize(600);
    assertThat(RECORDING.catalog().users()).hasSize(300);
    assertThat(count(EventKind.IMPRESSION)).isBetween(35_000, 70_000);
  }

  private static int count(EventKind kind) {
    int count = 0;
    for (int i = 0; i < RECORDING.events().size(); i++) {
      count += RECORDING.events().kind(i) == kind ? 1 : 0;
    }
    return count;
  }

  @Test
  void everyClickHasAnImpressionAndEveryWatchAClickAndEveryLikeAWatch() {
    EventLog log = RECORDING.events();
    Set<Long> shown = new HashSet<>();
    Set<Long> opened = new HashSet<>();
    Set<Long> watched = new HashSet<>();
    for (int i = 0; i < log.size(); i++) {
      long key = log.request(i) * 100_000L + log.video(i);
      switch (log.kind(i)) {
        case IMPRESSION -> assertThat(shown.add(key)).isTrue();
        case CLICK -> assertThat(shown.contains(key) && opened.add(key)).isTrue();
        case WATCH -> assertThat(opened.contains(key) && watched.add(key)).isTrue();
        case LIKE -> assertThat(watched).contains(key);
        case NOT_INTERESTED -> assertThat(shown.contains(key) && !opened.contains(key)).isTrue();
        case RATING -> throw new AssertionError("nobody gives stars in this world");
      }
    }
    assertThat(watched.size()).isGreaterThan(1000);
    assertThat(count(EventKind.LIKE)).isGreaterThan(100);
  }

  @Test
  void nothingHappensBeforeUploadOrSignUpAndTimeNeverRunsBackwards() {
    EventLog log = RECORDING.events();
    Catalog catalog = RECORDING.catalog();
    for (int i = 0; i < log.size(); i++) {
      long time = log.epochSecond(i);
      assertThat(catalog.video(log.video(i)).isAvailableAt(time)).isTrue();
      assertThat(catalog.user(log.user(i)).signedUpEpochSecond()).isLessThanOrEqualTo(time);
      assertThat(i == 0 || log.epochSecond(i - 1) <= time).isTrue();
    }
    assertThat(log.epochSecond(0)).isGreaterThanOrEqualTo(WorldConfig.START);
  }

  @Test
  void newVideosAndNewUsersArriveInTheLastDaysToo() {
    long lastDays = WorldConfig.START + 12 * 86_400L;
    assertThat(RECORDING.catalog().videos())
        .filteredOn(v -> v.uploadedEpochSecond() >= lastDays)
        .hasSizeGreaterThan(20);
    assertThat(RECORDING.catalog().users())
        .filteredOn(u -> u.signedUpEpochSecond() >= lastDays)
        .hasSizeGreaterThan(5);
  }

  @Test
  void anUnknownPresetIsRefused() {
    assertThatThrownBy(() -> WorldConfig.preset("huge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"tiny\", \"small\" or \"large\", was \"huge\"");
  }
}
