package watchnext.dataset;

import java.util.stream.IntStream;
import watchnext.event.EventLog;
import watchnext.feature.FeatureState;
import watchnext.feature.UserVideoSets;

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
    int[] positives = positives(log, log.indexAt(until));
    int[] offsets =
        Offsets.of(log.catalog().users().size(), positives.length, i -> log.user(positives[i]));
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

  /**
   * The places in the log of the first good event of each user and video, ascending, all below
   * {@code end}.
   */
  private static int[] positives(EventLog log, int end) {
    UserVideoSets watchedWell = new UserVideoSets(log.catalog().users().size());
    return IntStream.range(0, end)
        .filter(i -> log.isGood(i) && watchedWell.add(log.user(i), log.video(i)))
        .toArray();
  }
}
