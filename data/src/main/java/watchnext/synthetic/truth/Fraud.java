package watchnext.synthetic.truth;

import watchnext.require.Require;

/**
 * Which accounts are run by somebody who sells views: the labels that no log shows. An account
 * works for a campaign, a campaign pushes one video a day. <i>Immutable.</i>
 */
public final class Fraud {

  /** How an account cheats. */
  public enum Kind {
    /** An honest user. */
    NONE,
    /** A program that watches the same video every few minutes, just long enough to count. */
    VIEW_BOT,
    /** One of many accounts that come at the same hour to like the same video. */
    LIKE_FARM,
    /** A page on which every video is "clicked" within the second it is shown. */
    CLICK_INJECTION,
    /** A user who lives like others and now and then likes what was paid for. */
    STEALTH_DRIP,
    /** A client whose answers are sent again and again. */
    REPLAY
  }

  private static final Kind[] CHEATS = {
    Kind.VIEW_BOT, Kind.LIKE_FARM, Kind.CLICK_INJECTION, Kind.STEALTH_DRIP, Kind.REPLAY
  };
  private static final int CAMPAIGNS = 7;

  private final Kind[] kinds;
  private final long key;

  private Fraud(Kind[] kinds, long key) {
    this.kinds = kinds;
    this.key = key;
  }

  static Fraud draw(int users, double share, long seed) {
    Require.that(share >= 0 && share <= 0.5, "fraudShare must be in [0, 0.5], was %s", share);
    long key = Luck.key(seed, 51);
    Kind[] kinds = new Kind[users];
    for (int u = 0; u < users; u++) {
      boolean cheats = Luck.uniform(key, u) < share;
      int which = (int) (Luck.uniform(Luck.key(key, 1), u) * CHEATS.length);
      kinds[u] = cheats ? CHEATS[which] : Kind.NONE;
    }
    return new Fraud(kinds, key);
  }

  /** How the account of a user cheats. */
  public Kind kind(int user) {
    return kinds[user];
  }

  /** The campaign that an account works for. */
  public int campaign(int user) {
    return (int) (Luck.uniform(Luck.key(key, 2), user) * CAMPAIGNS);
  }

  /**
   * The video that a campaign pushes on a day.
   *
   * @param available number of videos that exist when the day begins
   */
  public int target(int campaign, int day, int available) {
    return (int) (Luck.uniform(Luck.key(Luck.key(key, 3), campaign), day) * available);
  }

  /** Number of fraudulent accounts. */
  public int count() {
    int count = 0;
    for (Kind kind : kinds) {
      count += kind == Kind.NONE ? 0 : 1;
    }
    return count;
  }
}
