package watchnext.synthetic;

import java.util.Arrays;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Truth;

/**
 * What users remember, and what therefore tires them: the last {@value #LENGTH} videos they looked
 * at or opened, and every video they ever opened.
 *
 * <pre>
 *   x         = Σ over remembered r of  wᵣ · h / (h + ageᵣ) · (same creator + same leaf + same root)
 *   satiation = most · x / (x + 1)  + (opened before ? duplicate : 0)
 * </pre>
 *
 * <p><i>Users are independent of each other: one thread at a time per user.</i>
 */
final class Memories {

  private static final int LENGTH = 24;
  private static final double HALF_LIFE_SECONDS = 3 * 3600;
  private static final double LOOKED_AT_WEIGHT = 0.25;
  private static final double SAME_CREATOR = 0.35;
  private static final double SAME_LEAF = 0.2;
  private static final double SAME_ROOT = 0.06;
  private static final double MOST = 1.8;
  private static final double DUPLICATE = 1.6;
  private static final int[] NOTHING = {};

  private final HiddenVideos videos;
  private final int[] rootOfLeaf;
  private final int[] recent;
  private final long[] recentAt;
  private final int[] seen;
  private final int[][] opened;
  private final int[] openedSizes;

  Memories(Truth truth) {
    int users = truth.users().size();
    this.videos = truth.videos();
    this.rootOfLeaf = new int[truth.tree().leaves()];
    Arrays.setAll(rootOfLeaf, truth.tree()::root);
    this.recent = new int[users * LENGTH];
    this.recentAt = new long[users * LENGTH];
    this.seen = new int[users];
    this.opened = new int[users][];
    Arrays.fill(opened, NOTHING);
    this.openedSizes = new int[users];
  }

  /** The user looked at the video and did not open it. */
  void lookedAt(int user, int video, long epochSecond) {
    push(user, ~video, epochSecond);
  }

  /** The user opened the video. */
  void opened(int user, int video, long epochSecond) {
    push(user, video, epochSecond);
    int size = openedSizes[user]++;
    if (size == opened[user].length) {
      opened[user] = Arrays.copyOf(opened[user], Math.max(8, size + (size >> 1)));
    }
    opened[user][size] = video;
  }

  private void push(int user, int code, long epochSecond) {
    int at = user * LENGTH + seen[user]++ % LENGTH;
    recent[at] = code;
    recentAt[at] = epochSecond;
  }

  /** How tired the user is of videos like this one. */
  double satiation(int user, int video, long epochSecond) {
    int leaf = videos.leaf(video);
    int creator = videos.creator(video);
    int from = user * LENGTH;
    int to = from + Math.min(seen[user], LENGTH);
    double x = 0;
    for (int i = from; i < to; i++) {
      int code = recent[i];
      int other = code < 0 ? ~code : code;
      double alike = alike(leaf, creator, other);
      if (alike > 0) {
        double weight = code < 0 ? LOOKED_AT_WEIGHT : 1;
        double age = Math.max(0, epochSecond - recentAt[i]);
        x += alike * weight * HALF_LIFE_SECONDS / (HALF_LIFE_SECONDS + age);
      }
    }
    return MOST * x / (x + 1) + (hasOpened(user, video) ? DUPLICATE : 0);
  }

  private double alike(int leaf, int creator, int other) {
    int otherLeaf = videos.leaf(other);
    double alike = otherLeaf == leaf ? SAME_LEAF : 0;
    if (rootOfLeaf[otherLeaf] == rootOfLeaf[leaf]) {
      alike += SAME_ROOT;
    }
    return videos.creator(other) == creator ? alike + SAME_CREATOR : alike;
  }

  private boolean hasOpened(int user, int video) {
    int[] list = opened[user];
    for (int i = openedSizes[user] - 1; i >= 0; i--) {
      if (list[i] == video) {
        return true;
      }
    }
    return false;
  }
}
