package watchnext.simulation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What stood on each user's pages within the last days: a queue per user, from whose head the old
 * is dropped. <i>Confined: one thread at a time.</i>
 */
final class ShownLately {

  private static final long DAY = 86_400;

  private final long seconds;
  private final int[][] videos;
  private final long[][] times;
  private final int[] heads;
  private final int[] tails;

  ShownLately(int users, int days) {
    this.seconds = days * DAY;
    this.videos = new int[users][0];
    this.times = new long[users][0];
    this.heads = new int[users];
    this.tails = new int[users];
  }

  /** The video stood on a page of the user; times of one user never descend. */
  void shown(int user, int video, long epochSecond) {
    if (tails[user] == videos[user].length) {
      makeRoom(user, epochSecond);
    }
    videos[user][tails[user]] = video;
    times[user][tails[user]++] = epochSecond;
  }

  private void makeRoom(int user, long now) {
    drop(user, now);
    int kept = tails[user] - heads[user];
    int capacity = Math.max(16, 2 * kept);
    int[] keptVideos = Arrays.copyOfRange(videos[user], heads[user], tails[user]);
    long[] keptTimes = Arrays.copyOfRange(times[user], heads[user], tails[user]);
    videos[user] = Arrays.copyOf(keptVideos, capacity);
    times[user] = Arrays.copyOf(keptTimes, capacity);
    heads[user] = 0;
    tails[user] = kept;
  }

  private void drop(int user, long now) {
    while (heads[user] < tails[user] && times[user][heads[user]] <= now - seconds) {
      heads[user]++;
    }
  }

  /** What is not to be repeated at an instant. */
  BitSet at(int user, long epochSecond) {
    drop(user, epochSecond);
    BitSet lately = new BitSet();
    for (int i = heads[user]; i < tails[user]; i++) {
      lately.set(videos[user][i]);
    }
    return lately;
  }
}
