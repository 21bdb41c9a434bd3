package watchnext.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.Video;
import watchnext.dataset.InteractionCollector;
import watchnext.dataset.Interactions;
import watchnext.event.EventLog;
import watchnext.require.Require;

/**
 * What the metrics read of each video, as it stood at the cut: number of users who had watched it
 * well, tags, and whether it was uploaded before the end of the evaluation. Events of the test
 * period are not counted.
 *
 * <p>By its good watches before the cut a video is {@link Group#HEAD}, {@link Group#TAIL} or {@link
 * Group#NEW}. <i>Immutable.</i>
 */
public final class VideoFacts {

  /** A part of the catalogue by good watches before the cut. */
  public enum Group {
    /** Of the smallest set of videos that holds half of the good watches before the cut. */
    HEAD,
    /** Watched well by somebody before the cut, but not of the head. */
    TAIL,
    /** Not watched well by anybody before the cut: uploaded later, or not yet found. */
    NEW
  }

  private final int[] watchers;
  private final int users;
  private final Group[] groups;
  private final int[][] tags;
  private final BitSet available;

  private VideoFacts(int[] watchers, int users, int[][] tags, BitSet available) {
    this.watchers = watchers;
    this.users = users;
    this.groups = groups(watchers);
    this.tags = tags;
    this.available = available;
  }

  /**
   * The facts of a log's videos.
   *
   * @param log all events
   * @param cut seconds since 1970 before which good watches are counted, each user once a video
   * @param end seconds since 1970 before which a video must be uploaded to count as available
   */
  public static VideoFacts of(EventLog log, long cut, long end) {
    return of(log.catalog().videos(), InteractionCollector.collect(log, Long.MIN_VALUE, cut), end);
  }

  /**
   * The facts of given videos.
   *
   * @param videos by ordinal
   * @param watched who had watched what well before the cut, one column a video
   * @param end seconds since 1970 before which a video must be uploaded to count as available
   */
  public static VideoFacts of(List<Video> videos, Interactions watched, long end) {
    Require.that(
        watched.columns() == videos.size(),
        "watched must have one column a video (%s), had %s",
        videos.size(),
        watched.columns());
    int[] watchers = new int[videos.size()];
    for (int i = 0; i < watched.size(); i++) {
      watchers[watched.column(i)]++;
    }
    int users = 0;
    for (int u = 0; u < watched.rows(); u++) {
      users += watched.count(u) > 0 ? 1 : 0;
    }
    BitSet available = new BitSet(videos.size());
    for (int v = 0; v < videos.size(); v++) {
      available.set(v, videos.get(v).uploadedEpochSecond() < end);
    }
    return new VideoFacts(watchers, users, tagOrdinals(videos), available);
  }

  private static int[][] tagOrdinals(List<Video> videos) {
    Map<String, Integer> ordinals = new HashMap<>();
    int[][] tags = new int[videos.size()][];
    for (int v = 0; v < tags.length; v++) {
      tags[v] =
          videos.get(v).tags().stream()
              .mapToInt(tag -> ordinals.computeIfAbsent(tag, any -> ordinals.size()))
              .sorted()
              .distinct()
              .toArray();
    }
    return tags;
  }

  private static Group[] groups(int[] watchers) {
    long total = 0;
    long[] keys = new long[watchers.length];
    for (int v = 0; v < watchers.length; v++) {
      total += watchers[v];
      // Most watched first; of equals the smaller ordinal.
      keys[v] = ((long) -watchers[v] << 32) | v;
    }
    Arrays.sort(keys);
    Group[] groups = new Group[watchers.length];
    long before = 0;
    for (long key : keys) {
      int video = (int) key;
      int count = watchers[video];
      groups[video] = count == 0 ? Group.NEW : 2 * before < total ? Group.HEAD : Group.TAIL;
      before += count;
    }
    return groups;
  }

  /** Number of videos. */
  public int videos() {
    return watchers.length;
  }

  /** How many users had watched {@code video} well before the cut. */
  public int watchers(int video) {
    return watchers[video];
  }

  /** Head, tail or new. */
  public Group group(int video) {
    return groups[video];
  }

  /** Whether the video was uploaded before the evaluation's end. */
  public boolean isAvailable(int video) {
    return available.get(video);
  }

  /**
   * −log2 p(v) in bits, where p(v) = (watchers + 1) / (users + 1) is the share of the users who had
   * watched it well before the cut; the ones keep it finite for a video nobody had.
   */
  public double selfInformation(int video) {
    return Math.log((users + 1.0) / (watchers[video] + 1.0)) / Math.log(2);
  }

  /**
   * |A ∩ B| / |A ∪ B| of the tags of two videos. Two videos without tags count as alike (1), so
   * that missing tags cannot pass for variety.
   */
  public double tagJaccard(int a, int b) {
    int[] left = tags[a];
    int[] right = tags[b];
    if (left.length == 0 && right.length == 0) {
      return 1;
    }
    int common = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      int order = Integer.compare(left[i], right[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) common / (left.length + right.length - common);
  }
}
