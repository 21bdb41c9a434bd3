package watchnext.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class LogSpanTest {

  private static final long DAY = 86_400;

  /** 2024-05-01. */
  private static final long START = 1_714_521_600;

  @Test
  void aLogWithoutStraysIsItsSpan() {
    LogSpan span = LogSpan.of(log(hourly(14 * 24)));
    assertThat(span.start()).isZero();
    assertThat(span.end()).isEqualTo(14 * 24);
    assertThat(span.firstSecond()).isEqualTo(START);
    assertThat(span.lastSecond()).isEqualTo(START + (14 * 24 - 1) * 3600);
    assertThat(span.secondsBefore() + span.secondsAfter()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aLogOfAFewEventsIsItsSpan(int events) {
    LogSpan span = LogSpan.of(log(hourly(events)));
    assertThat(span.start()).isZero();
    assertThat(span.end()).isEqualTo(events);
  }

  @Test
  void strayEventsLieOutside() {
    long[] times =
        LongStream.concat(
                LongStream.of(0, START - 3_650 * DAY, START + 40 * DAY),
                LongStream.of(hourly(14 * 24)))
            .toArray();
    LogSpan span = LogSpan.of(log(times));
    assertThat(span.straysBefore()).isEqualTo(2);
    assertThat(span.straysAfter()).isEqualTo(1);
    assertThat(span.secondsBefore()).isEqualTo(3_650 * DAY);
    assertThat(span.firstSecond()).isEqualTo(START);
    assertThat(span.lastSecond()).isEqualTo(START + (14 * 24 - 1) * 3600);
  }

  /** 100 of 2,000 events are no strays but an earlier part of the log. */
  @Test
  void fiveInAHundredAreNoStrays() {
    long[] early = LongStream.range(0, 100).map(i -> START - 90 * DAY + i * 3600).toArray();
    long[] times = LongStream.concat(LongStream.of(early), LongStream.of(hourly(1_900))).toArray();
    assertThat(LogSpan.of(log(times)).start()).isZero();
  }

  /** Silences of up to 20 days within: one of 30 at the end is nothing special. */
  @Test
  void whereSilenceIsUsualItMakesNoStray() {
    SplittableRandom random = new SplittableRandom(5);
    long[] times = new long[200];
    times[0] = START;
    for (int i = 1; i < times.length; i++) {
      times[i] = times[i - 1] + random.nextLong(20 * DAY);
    }
    times[199] = times[198] + 30 * DAY;
    assertThat(LogSpan.of(log(times)).end()).isEqualTo(200);
  }

  @Test
  void whatLooksWrongIsSaidInSentences() {
    assertThat(DataQuality.findings(recording(hourly(14 * 24), Video.ALWAYS_THERE))).isEmpty();
    long[] times =
        LongStream.concat(
                LongStream.of(START - 3_650 * DAY, START + 34 * DAY), LongStream.of(hourly(336)))
            .toArray();
    assertThat(DataQuality.findings(recording(times, START + 7 * DAY)))
        .containsExactly(
            "1 event lies 3,650 days before the rest, the farthest at 2014-05-04T00:00:00Z:"
                + " periods are cut without it",
            "1 event lies 20 days after the rest, the farthest at 2024-06-04T00:00:00Z: periods are"
                + " cut without it",
            "169 of 338 events are of videos uploaded later: are the times of uploads right?");
    assertThat(DataQuality.findings(recording(new long[5], 0)))
        .containsExactly("all events are of one second, 1970-01-01T00:00:00Z");
    assertThat(DataQuality.findings(recording(new long[0], 0)))
        .containsExactly("there are no events");
  }

  /** One event an hour from the start on. */
  private static long[] hourly(int events) {
    return LongStream.range(0, events).map(i -> START + i * 3600).toArray();
  }

  private static EventLog log(long... times) {
    return recording(times, Video.ALWAYS_THERE).events();
  }

  private static Recording recording(long[] times, long uploaded) {
    Video video = new Video("v", "", "", List.of(), "", 0, uploaded);
    EventLogBuilder log =
        new EventLogBuilder(new Catalog(List.of(User.unknown("u")), List.of(video)));
    for (long time : times) {
      log.appendSignal(EventKind.CLICK, time, 0, 0, -1);
    }
    EventLog events = log.build();
    return new Recording("test", events.catalog(), events, Recording.Rhythm.DAILY, "");
  }
}
