package watchnext.feature;

import java.util.Arrays;
import watchnext.catalog.Catalog;
import watchnext.event.EventLog;

/**
 * What is known at an instant: moved forward one event at a time, by replay when training and
 * evaluating, by arriving events when serving. The same code for both, so that the two cannot
 * disagree.
 *
 * <p><i>Confined: one thread at a time.</i>
 */
public final class FeatureState {

  /** How many of a user's latest good watches are kept. */
  public static final int HISTORY_LENGTH = 50;

  private final Catalog catalog;
  private final int[][] historyVideos;
  private final long[][] historyTimes;
  private final int[] historySizes;

  /** Nothing has happened yet. */
  public FeatureState(Catalog catalog) {
    this.catalog = catalog;
    int users = catalog.users().size();
    this.historyVideos = new int[users][];
    this.historyTimes = new long[users][];
    this.historySizes = new int[users];
  }

  /** Whose users and videos the ordinals number. */
  public Catalog catalog() {
    return catalog;
  }

  /** Takes in event {@code i} of {@code log}; events come in order of time. */
  public void observe(EventLog log, int i) {
    if (log.isGood(i)) {
      remember(log.user(i), log.video(i), log.epochSecond(i));
    }
  }

  private void remember(int user, int video, long time) {
    int size = historySizes[user];
    if (historyVideos[user] == null) {
      historyVideos[user] = new int[4];
      historyTimes[user] = new long[4];
    }
    if (size == HISTORY_LENGTH) {
      System.arraycopy(historyVideos[user], 1, historyVideos[user], 0, size - 1);
      System.arraycopy(historyTimes[user], 1, historyTimes[user], 0, size - 1);
      size--;
    } else if (size == historyVideos[user].length) {
      int capacity = Math.min(HISTORY_LENGTH, size * 2);
      historyVideos[user] = Arrays.copyOf(historyVideos[user], capacity);
      historyTimes[user] = Arrays.copyOf(historyTimes[user], capacity);
    }
    historyVideos[user][size] = video;
    historyTimes[user][size] = time;
    historySizes[user] = size + 1;
  }

  /** The good watches of a user so far, oldest first. */
  public History history(int user) {
    int size = historySizes[user];
    if (size == 0) {
      return History.EMPTY;
    }
    return new History(
        Arrays.copyOf(historyVideos[user], size), Arrays.copyOf(historyTimes[user], size));
  }
}
