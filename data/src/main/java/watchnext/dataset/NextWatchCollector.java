package watchnext.dataset;

import watchnext.event.EventLog;
import watchnext.feature.FeatureState;

/**
 * Collects the training rows of retrieval from a log. A row is a positive, that is the first good
 * event of a user and a video (a like after a long watch, or a second viewing, is not a second
 * positive); its history is what {@link FeatureState#history} would answer at that second: the
 * latest positives strictly before it, at most {@link FeatureState#HISTORY_LENGTH}.
 *
 * <p>Each user's positives are written down once, in order; the history of a row is a slice of
 * them, so that memory grows with the log and not with the log times the window. Cost: two passes
 * over the log. <i>Stateless.</i>
 */
public final class NextWatchCollector {

  private NextWatchCollector() {}

  /** The rows of all positives strictly before {@code until}, seconds since 1970. */
  public static NextWatchExamples collect(EventLog log, long until) {
    return collect(log, Long.MIN_VALUE, until);
  }

  /** The rows of the positives in {@code [from, until)}; histories reach back before it. */
  public static NextWatchExamples collect(EventLog log, long from, long until) {
    int[] positives = FirstGoodEvents.places(log, log.indexAt(until));
    int[] offsets = offsetsByUser(log, positives);
    int rows = 0;
    for (int place : positives) {
      rows += log.epochSecond(place) >= from ? 1 : 0;
    }
    NextWatchExamples result = new NextWatchExamples(rows, positives.length);
    int[] next = offsets.clone();
    for (int place : positives) {
      int user = log.user(place);
      long time = log.epochSecond(place);
      int at = next[user]++;
      result.putHistory(at, log.video(place), time);
      if (time >= from) {
        int end = result.endBefore(offsets[user], at, time);
        int start = Math.max(offsets[user], end - FeatureState.HISTORY_LENGTH);
        result.putRow(user, log.video(place), time, start, end);
      }
    }
    return result;
  }

  private static int[] offsetsByUser(EventLog log, int[] positives) {
    int[] offsets = new int[log.catalog().users().size() + 1];
    for (int place : positives) {
      offsets[log.user(place) + 1]++;
    }
    for (int u = 1; u < offsets.length; u++) {
      offsets[u] += offsets[u - 1];
    }
    return offsets;
  }
}
