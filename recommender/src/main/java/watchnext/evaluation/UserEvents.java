package watchnext.evaluation;

import java.util.Arrays;
import watchnext.event.EventLog;

/**
 * The indices of a log's events by user, each user's in order of time (CSR): 4 bytes an event.
 * <i>Immutable.</i>
 */
final class UserEvents {

  private final int[] offsets;
  private final int[] indices;

  /** Groups the first {@code end} events of {@code log}. */
  UserEvents(EventLog log, int end) {
    int users = log.catalog().users().size();
    offsets = new int[users + 1];
    for (int i = 0; i < end; i++) {
      offsets[log.user(i) + 1]++;
    }
    for (int u = 0; u < users; u++) {
      offsets[u + 1] += offsets[u];
    }
    int[] next = Arrays.copyOf(offsets, users);
    indices = new int[end];
    for (int i = 0; i < end; i++) {
      indices[next[log.user(i)]++] = i;
    }
  }

  /** Number of events of a user. */
  int count(int user) {
    return offsets[user + 1] - offsets[user];
  }

  /** Index in the log of a user's event {@code i}, 0 for the first. */
  int event(int user, int i) {
    return indices[offsets[user] + i];
  }
}
