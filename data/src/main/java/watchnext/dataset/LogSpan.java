package watchnext.dataset;

import watchnext.event.EventLog;

/**
 * The events of a log without its strays: those few that a wrong clock put far before or far after
 * all others. Periods are cut inside the span, so that one stray event moves no cut.
 *
 * <p>At most one event in a hundred at either end may be stray (always one). They are, when the
 * silence between them and the rest is longer than a day and longer than twice the longest silence
 * within the rest. Cost: one pass. <i>Immutable.</i>
 *
 * @param log all events
 * @param start index of the first event that is no stray
 * @param end index behind the last event that is no stray
 */
public record LogSpan(EventLog log, int start, int end) {

  private static final long DAY = 86_400;
  private static final int STRAYS_ARE_ONE_IN = 100;

  /** The span of {@code log}; all of it when it has fewer than four events. */
  public static LogSpan of(EventLog log) {
    int size = log.size();
    int spare = Math.max(1, size / STRAYS_ARE_ONE_IN);
    int first = spare;
    int last = size - 1 - spare;
    if (first >= last) {
      return new LogSpan(log, 0, size);
    }
    long longest = 0;
    for (int i = first + 1; i <= last; i++) {
      longest = Math.max(longest, silence(log, i));
    }
    long most = Math.max(DAY, 2 * longest);
    int start = first;
    while (start > 0 && silence(log, start) <= most) {
      start--;
    }
    int end = last + 1;
    while (end < size && silence(log, end) <= most) {
      end++;
    }
    return new LogSpan(log, start, end);
  }

  /** Seconds between event {@code i} and the one before. */
  private static long silence(EventLog log, int i) {
    return log.epochSecond(i) - log.epochSecond(i - 1);
  }

  /** Number of strays before the span. */
  public int straysBefore() {
    return start;
  }

  /** Number of strays after the span. */
  public int straysAfter() {
    return log.size() - end;
  }

  /** Seconds between the last stray before the span and its first event, 0 without strays. */
  public long secondsBefore() {
    return start == 0 ? 0 : silence(log, start);
  }

  /** Seconds between the last event of the span and the first stray after it, 0 without strays. */
  public long secondsAfter() {
    return end == log.size() ? 0 : silence(log, end);
  }

  /** Seconds since 1970 of the first event; the log must have one. */
  public long firstSecond() {
    return log.epochSecond(start);
  }

  /** Seconds since 1970 of the last event; the log must have one. */
  public long lastSecond() {
    return log.epochSecond(end - 1);
  }
}
