package watchnext.synthetic.truth;

import watchnext.require.Require;

/**
 * How much of everything there is, and when. <i>Immutable.</i>
 *
 * @param roots number of topic roots
 * @param creators number of creators
 * @param videos number of videos over the whole period
 * @param users number of users over the whole period
 * @param startEpochSecond first second of the log
 * @param days length of the log
 * @param videosAtStart share of the videos that are there when the log begins
 * @param usersAtStart share of the users who are there when the log begins
 */
public record Extent(
    int roots,
    int creators,
    int videos,
    int users,
    long startEpochSecond,
    int days,
    double videosAtStart,
    double usersAtStart) {

  /** Seconds of a day. */
  public static final long DAY = 86_400;

  private static final int MOST_DAYS = 3650;

  /** Checks the ranges. */
  public Extent {
    Require.within("roots", roots, 2, TopicTree.MOST_ROOTS);
    Require.atLeast("creators", creators, 1);
    Require.atLeast("videos", videos, 100);
    Require.atLeast("users", users, 1);
    Require.within("days", days, 1, MOST_DAYS);
    Require.share("videosAtStart", videosAtStart);
    Require.share("usersAtStart", usersAtStart);
  }

  /** The first second after the log. */
  public long endEpochSecond() {
    return startEpochSecond + days * DAY;
  }
}
