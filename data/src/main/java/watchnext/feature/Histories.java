package watchnext.feature;

import java.util.Arrays;

/**
 * The latest good watches of every user: each video once, at its first good event. A like after a
 * long watch, or a second viewing, takes no further place.
 *
 * <p>A ring of at most {@code length} places per user, grown as needed. <i>Confined: one thread at
 * a time.</i>
 */
final class Histories {

  private static final int FIRST_CAPACITY = 4;

  private final int length;
  private final int[][] videos;
  private final long[][] times;
  private final int[] counts;
  private final UserVideoSets everWatchedWell;

  Histories(int users, int length) {
    this.length = length;
    this.videos = new int[users][];
    this.times = new long[users][];
    this.counts = new int[users];
    this.everWatchedWell = new UserVideoSets(users);
    Arrays.fill(videos, new int[0]);
    Arrays.fill(times, new long[0]);
  }

  /** Takes in a good event; false when the user had watched the video well before. */
  boolean remember(int user, int video, long epochSecond) {
    if (!everWatchedWell.add(user, video)) {
      return false;
    }
    int count = counts[user]++;
    if (count == videos[user].length && count < length) {
      int capacity = Math.min(length, Math.max(FIRST_CAPACITY, count * 2));
      videos[user] = Arrays.copyOf(videos[user], capacity);
      times[user] = Arrays.copyOf(times[user], capacity);
    }
    int place = count % length;
    videos[user][place] = video;
    times[user][place] = epochSecond;
    return true;
  }

  /** Whether {@code user} ever watched {@code video} well. */
  boolean contains(int user, int video) {
    return everWatchedWell.contains(user, video);
  }

  /** Number of videos ever watched well. */
  int count(int user) {
    return counts[user];
  }

  /** Number of videos kept. */
  int size(int user) {
    return Math.min(counts[user], length);
  }

  /** The {@code back}-th latest video, 0 for the latest; below {@link #size}. */
  int latestVideo(int user, int back) {
    return videos[user][(counts[user] - 1 - back) % length];
  }

  /** When the {@code back}-th latest video was watched. */
  long latestTime(int user, int back) {
    return times[user][(counts[user] - 1 - back) % length];
  }

  /** The window of {@code user} as it stands, oldest first. */
  History of(int user) {
    int size = size(user);
    if (size == 0) {
      return History.EMPTY;
    }
    int[] resultVideos = new int[size];
    long[] resultTimes = new long[size];
    for (int i = 0; i < size; i++) {
      resultVideos[i] = latestVideo(user, size - 1 - i);
      resultTimes[i] = latestTime(user, size - 1 - i);
    }
    return new History(resultVideos, resultTimes);
  }
}
