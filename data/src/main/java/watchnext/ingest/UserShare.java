package watchnext.ingest;

import watchnext.require.Require;

/**
 * A share of all users, drawn by a hash of their number: the same users in every file, on every
 * day, and a larger share holds all users of a smaller one. <i>Immutable.</i>
 *
 * @param share in (0, 1]
 */
public record UserShare(double share) {

  /** Everybody. */
  public static final UserShare ALL = new UserShare(1);

  /** Checks the share. */
  public UserShare {
    Require.share("the share of users", share);
  }

  /** Whether every user is drawn. */
  boolean isAll() {
    return share == 1;
  }

  /**
   * Whether the user of this number is drawn: the finalizer of SplitMix64, as a number in [0, 1).
   */
  boolean has(long user) {
    if (isAll()) {
      return true;
    }
    long hash = user + 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    hash ^= hash >>> 31;
    return (hash >>> 11) * 0x1p-53 < share;
  }
}
