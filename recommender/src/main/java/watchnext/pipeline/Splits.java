package watchnext.pipeline;

import java.time.Instant;
import java.util.Locale;
import watchnext.dataset.LogSpan;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.PeriodSize;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.require.Require;

/**
 * Where a recording is cut. By days where users come daily, so that every part holds whole days; by
 * shares of the events where they come in bursts over years. Days are those of the {@link LogSpan}:
 * a stray event moves no cut. A log that cannot be cut or judged is refused in one sentence.
 * <i>Stateless.</i>
 */
public final class Splits {

  private static final long DAY = 86_400;

  private Splits() {}

  /**
   * The cuts of {@code recording}: the last third of its days, or fifth of its events, is test.
   *
   * @param least what validation and test must hold
   * @throws IllegalArgumentException when the log is too short or too concentrated to be cut, its
   *     videos are all uploaded after it, or a period is too thin
   */
  public static TemporalSplit of(Recording recording, PeriodSize least) {
    EventLog log = recording.events();
    Require.that(
        log.size() >= 10, "a log must have at least 10 events to be split, had %s", log.size());
    LogSpan span = LogSpan.of(log);
    requireTime(span);
    requireVideos(recording, span);
    TemporalSplit split = cut(recording, span);
    least.require("validation", log, split.validationFrom(), split.testFrom());
    least.require("test", log, split.testFrom(), span.lastSecond() + 1);
    return split;
  }

  private static void requireTime(LogSpan span) {
    if (span.firstSecond() == span.lastSecond()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a log must go on in time to be split, all %,d events were at %s",
              span.end() - span.start(),
              Instant.ofEpochSecond(span.firstSecond())));
    }
  }

  private static void requireVideos(Recording recording, LogSpan span) {
    long last = span.lastSecond();
    Require.that(
        recording.catalog().videos().stream().anyMatch(video -> video.isAvailableAt(last)),
        "some video must be uploaded before the last event, at %s, all are later: nothing could be recommended",
        Instant.ofEpochSecond(last));
  }

  private static TemporalSplit cut(Recording recording, LogSpan span) {
    EventLog log = recording.events();
    if (recording.rhythm() == Recording.Rhythm.BURSTS) {
      return TemporalSplit.byShareOfEvents(log, 0.45, 0.75, 0.8);
    }
    long first = Math.floorDiv(span.firstSecond(), DAY);
    long last = Math.floorDiv(span.lastSecond(), DAY);
    long days = last - first + 1;
    if (days < 8) {
      return TemporalSplit.byShareOfEvents(log, 0.5, 0.65, 0.75);
    }
    long test = last + 1 - Math.max(2, Math.min(14, days / 3));
    long validation = test - Math.max(2, days / 12);
    long ranker = validation - Math.max(3, days / 6);
    return new TemporalSplit(ranker * DAY, validation * DAY, test * DAY);
  }
}
