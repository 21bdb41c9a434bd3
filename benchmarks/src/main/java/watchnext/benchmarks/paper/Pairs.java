package watchnext.benchmarks.paper;

import java.util.Arrays;
import java.util.SplittableRandom;
import watchnext.dataset.Interactions;

/** Collects pairs of user and video. <i>Confined: one thread at a time.</i> */
final class Pairs {

  private int[] users = new int[1024];
  private int[] videos = new int[1024];
  private int size;
  private int userCount;
  private int videoCount;

  void add(int user, int video) {
    if (size == users.length) {
      users = Arrays.copyOf(users, size * 2);
      videos = Arrays.copyOf(videos, size * 2);
    }
    users[size] = user;
    videos[size++] = video;
    userCount = Math.max(userCount, user + 1);
    videoCount = Math.max(videoCount, video + 1);
  }

  /** One more than the largest user ordinal. */
  int userCount() {
    return userCount;
  }

  /** One more than the largest video ordinal. */
  int videoCount() {
    return videoCount;
  }

  Interactions matrix(int rows, int columns) {
    return Interactions.of(rows, columns, Arrays.copyOf(users, size), Arrays.copyOf(videos, size));
  }

  /**
   * Puts a share of the pairs of {@code all} aside, for choosing settings without the test set.
   *
   * @return what stays, and what was put aside
   */
  static Interactions[] holdOut(Interactions all, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Pairs stay = new Pairs();
    Pairs aside = new Pairs();
    for (int u = 0; u < all.rows(); u++) {
      for (int i = all.start(u); i < all.end(u); i++) {
        (random.nextDouble() < share ? aside : stay).add(u, all.column(i));
      }
    }
    return new Interactions[] {
      stay.matrix(all.rows(), all.columns()), aside.matrix(all.rows(), all.columns())
    };
  }
}
