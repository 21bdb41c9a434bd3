package watchnext.dataset;

import watchnext.event.EventLog;
import watchnext.event.Recording;

/**
 * Collects who watched what well before a cut, each pair once, see {@link
 * watchnext.event.Satisfaction}. <i>Stateless.</i>
 */
public final class InteractionCollector {

  private InteractionCollector() {}

  /** The matrix of {@code recording} from all events strictly before {@code until}. */
  public static Interactions collect(Recording recording, long until) {
    return collect(recording.events(), Long.MIN_VALUE, until);
  }

  /** The matrix of the events in {@code [from, until)}, seconds since 1970. */
  public static Interactions collect(EventLog log, long from, long until) {
    int start = log.indexAt(from);
    int end = log.indexAt(until);
    int count = 0;
    for (int i = start; i < end; i++) {
      count += log.isGood(i) ? 1 : 0;
    }
    int[] rows = new int[count];
    int[] columns = new int[count];
    int at = 0;
    for (int i = start; i < end; i++) {
      if (log.isGood(i)) {
        rows[at] = log.user(i);
        columns[at++] = log.video(i);
      }
    }
    return Interactions.of(
        log.catalog().users().size(), log.catalog().videos().size(), rows, columns);
  }
}
