package watchnext.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;

class EventLogTest {

  private final Catalog catalog =
      new Catalog(List.of(User.unknown("u"), User.unknown("w")), List.of(video("x"), video("y")));

  /** One of each kind; the numbers fit a float, so that they come back as they were. */
  private final List<Event> events =
      List.of(
          new Event.Impression(10, "u", "x", "page 1", 3, 0.25, "tv"),
          new Event.Click(20, "u", "x", "page 1"),
          new Event.Watch(30, "w", "y", "", 18.5, 60),
          new Event.Like(30, "u", "y", "page 2"),
          new Event.NotInterested(40, "w", "x", "page 1"),
          new Event.Rating(50, "u", "y", 4.5));

  private final EventLog log = log(events);

  @Test
  void everyKindComesBackAsItWasAdded() {
    assertThat(log.size()).isEqualTo(events.size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(log.get(i)).isEqualTo(events.get(i));
      assertThat(log.kind(i)).isEqualTo(events.get(i).kind());
    }
  }

  @Test
  void columnsSayWhatTheObjectsSay() {
    assertThat(log.position(0)).isEqualTo(3);
    assertThat(log.propensity(0)).isEqualTo(0.25f);
    assertThat(log.device(0)).isEqualTo("tv");
    assertThat(log.watchSeconds(2)).isEqualTo(18.5f);
    assertThat(log.durationSeconds(2)).isEqualTo(60);
    assertThat(log.stars(5)).isEqualTo(4.5f);
    assertThat(log.user(2)).isEqualTo(1);
    assertThat(log.video(2)).isEqualTo(1);
  }

  @Test
  void eventsOfOneRequestShareANumberAndNoRequestIsMinusOne() {
    assertThat(log.request(0)).isEqualTo(log.request(1)).isEqualTo(log.request(4));
    assertThat(log.request(3)).isNotEqualTo(log.request(0)).isNotNegative();
    assertThat(log.request(2)).isEqualTo(-1);
    assertThat(log.request(5)).isEqualTo(-1);
  }

  @Test
  void aColumnOfAnotherKindIsNotRead() {
    assertThatThrownBy(() -> log.watchSeconds(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 0 must be a WATCH, is IMPRESSION");
    assertThatThrownBy(() -> log.position(1)).hasMessageContaining("must be a IMPRESSION");
    assertThatThrownBy(() -> log.stars(2)).hasMessageContaining("must be a RATING");
    assertThatThrownBy(() -> log.durationSeconds(3)).hasMessageContaining("is LIKE");
    assertThatThrownBy(() -> log.propensity(5)).hasMessageContaining("is RATING");
  }

  @Test
  void goodAreLongWatchesLikesAndFourStars() {
    EventLog judged =
        log(
            List.of(
                new Event.Watch(1, "u", "x", "", 17, 60),
                new Event.Watch(2, "u", "x", "", 18, 60),
                new Event.Like(3, "u", "x", ""),
                new Event.Rating(4, "u", "x", 3.5),
                new Event.Rating(5, "u", "x", 4),
                new Event.Click(6, "u", "x", ""),
                new Event.NotInterested(7, "u", "x", ""),
                new Event.Impression(8, "u", "x", "", 0, 0)));
    boolean[] good = new boolean[judged.size()];
    for (int i = 0; i < good.length; i++) {
      good[i] = judged.isGood(i);
    }
    assertThat(good).containsExactly(false, true, true, false, true, false, false, false);
  }

  @Test
  void indexAtIsTheFirstEventAtOrAfterATime() {
    assertThat(log.indexAt(Long.MIN_VALUE)).isZero();
    assertThat(log.indexAt(10)).isZero();
    assertThat(log.indexAt(11)).isEqualTo(1);
    assertThat(log.indexAt(30)).isEqualTo(2);
    assertThat(log.indexAt(31)).isEqualTo(4);
    assertThat(log.indexAt(50)).isEqualTo(5);
    assertThat(log.indexAt(51)).isEqualTo(6);
    assertThat(log(List.of()).indexAt(0)).isZero();
  }

  @Test
  void beforeKeepsTheBeginningAndNothingElse() {
    EventLog early = log.before(2);
    assertThat(early.size()).isEqualTo(2);
    assertThat(early.get(0)).isEqualTo(events.get(0));
    assertThat(early.get(1)).isEqualTo(events.get(1));
    assertThat(early.indexAt(30)).isEqualTo(2);
    assertThat(early.catalog()).isSameAs(catalog);
    assertThat(log.before(log.size()).get(5)).isEqualTo(events.get(5));
  }

  @Test
  void beforeRefusesAnEndOutsideTheLog() {
    assertThatThrownBy(() -> log.before(-1)).hasMessage("end must be in [0, 6], was -1");
    assertThatThrownBy(() -> log.before(7)).hasMessage("end must be in [0, 6], was 7");
  }

  @Test
  void aLogWithoutImpressionsSaysSo() {
    assertThat(log.hasImpressions()).isTrue();
    assertThat(log(events.subList(1, 6)).hasImpressions()).isFalse();
    assertThat(log.before(0).hasImpressions()).isFalse();
  }

  private EventLog log(List<Event> added) {
    EventLogBuilder builder = new EventLogBuilder(catalog);
    added.forEach(builder::add);
    return builder.build();
  }

  private static Video video(String id) {
    return new Video(id, "", "", List.of(), "", 0, Video.ALWAYS_THERE);
  }
}
