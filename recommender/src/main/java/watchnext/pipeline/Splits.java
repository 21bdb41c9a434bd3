package watchnext.pipeline;

import watchnext.dataset.TemporalSplit;
import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * Where a recording is cut. By days where users come daily, so that every part holds whole days; by
 * shares of the events where they come in bursts over years. <i>Stateless.</i>
 */
public final class Splits {

  private static final long DAY = 86_400;

  private Splits() {}

  /** The cuts of {@code recording}: the last third of its days, or fifth of its events, is test. */
  public static TemporalSplit of(Recording recording) {
    EventLog log = recording.events();
    if (recording.rhythm() == Recording.Rhythm.BURSTS || log.size() < 10) {
      return TemporalSplit.byShareOfEvents(log, 0.45, 0.75, 0.8);
    }
    long first = Math.floorDiv(log.epochSecond(0), DAY);
    long last = Math.floorDiv(log.epochSecond(log.size() - 1), DAY);
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
