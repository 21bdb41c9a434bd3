package watchnext.dataset;

import java.util.Arrays;
import watchnext.event.EventLog;
import watchnext.feature.UserVideoSets;

/**
 * The positives of retrieval: the first good event of each user and video. A like after a long
 * watch of the same video, or a second viewing, is not a second positive. <i>Stateless.</i>
 */
final class FirstGoodEvents {

  private FirstGoodEvents() {}

  /** Their places in {@code log}, ascending, all below {@code end}. */
  static int[] places(EventLog log, int end) {
    UserVideoSets watchedWell = new UserVideoSets(log.catalog().users().size());
    int[] result = new int[1024];
    int size = 0;
    for (int i = 0; i < end; i++) {
      if (log.isGood(i) && watchedWell.add(log.user(i), log.video(i))) {
        if (size == result.length) {
          result = Arrays.copyOf(result, Math.addExact(size, size >> 1));
        }
        result[size++] = i;
      }
    }
    return Arrays.copyOf(result, size);
  }
}
