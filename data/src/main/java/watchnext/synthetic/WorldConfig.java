package watchnext.synthetic;

import watchnext.require.Require;
import watchnext.synthetic.truth.Extent;
import watchnext.synthetic.truth.Script;

/**
 * Size and habits of a simulated world. <i>Immutable.</i>
 *
 * @param name what to call it
 * @param extent how much of everything there is, and when
 * @param pageSize places on a page
 * @param gapDays days between the sessions of a typical user
 * @param pagesPerSession pages that a typical user looks at in a session
 * @param logging the policy that writes the log
 * @param fraudShare share of the accounts that cheat
 * @param script what changes on which day
 */
public record WorldConfig(
    String name,
    Extent extent,
    int pageSize,
    double gapDays,
    double pagesPerSession,
    PolicyMix logging,
    double fraudShare,
    Script script) {

  /** Monday, 1 January 2024, 00:00 UTC. */
  public static final long START = 1_704_067_200L;

  private static final int LARGEST_PAGE = 50;
  private static final int MOST_REMEMBERED = 1_000_000_000;

  /** Checks the ranges. */
  public WorldConfig {
    Require.that(!name.isBlank(), "the name of a world must not be blank");
    Require.that(
        pageSize >= 1 && pageSize <= LARGEST_PAGE,
        "pageSize must be in [1, %s], was %s",
        LARGEST_PAGE,
        pageSize);
    Require.that(gapDays > 0 && gapDays <= 365, "gapDays must be in (0, 365], was %s", gapDays);
    Require.within("pagesPerSession", pagesPerSession, 1, 1000);
    Require.that(
        fraudShare >= 0 && fraudShare <= 0.5, "fraudShare must be in [0, 0.5], was %s", fraudShare);
    long remembered = (long) extent.users() * logging.seenWindow();
    Require.that(
        remembered <= MOST_REMEMBERED,
        "users times seenWindow must be at most %s, was %s",
        MOST_REMEMBERED,
        remembered);
    int earlyVideos = (int) Math.round(extent.videos() * extent.videosAtStart());
    if (earlyVideos < logging.seenWindow() + 2 * pageSize) {
      throw new IllegalArgumentException(
          "videos at the start must be at least seenWindow + 2 pages ("
              + (logging.seenWindow() + 2 * pageSize)
              + "), were "
              + earlyVideos);
    }
  }

  /**
   * One of the named sizes:
   *
   * <ul>
   *   <li>{@code tiny}, for tests: 600 videos, 300 users, 14 days, about 55,000 impressions in half
   *       a second
   *   <li>{@code small}, for the demo: 9,000 videos, 4,000 users, 30 days, about 1.3 million
   *       impressions in 2 to 5 seconds
   *   <li>{@code large}, for benchmarks: 1,000,000 videos, 200,000 users, 14 days, about 11 million
   *       impressions in half a minute to one; a heap of 2 GiB to stream, 4 GiB to record
   * </ul>
   *
   * @throws IllegalArgumentException for any other name
   */
  public static WorldConfig preset(String name) {
    return switch (name) {
      case "tiny" -> honest(name, new Extent(6, 60, 600, 300, START, 14, 0.5, 0.6), 1.8, 100);
      case "small" ->
          honest(name, new Extent(12, 800, 9_000, 4_000, START, 30, 0.5, 0.55), 2.2, 1000);
      case "large" ->
          honest(name, new Extent(12, 60_000, 1_000_000, 200_000, START, 14, 0.5, 0.55), 8.0, 200);
      default ->
          throw new IllegalArgumentException(
              "a world must be \"tiny\", \"small\" or \"large\", was \"" + name + "\"");
    };
  }

  private static WorldConfig honest(String name, Extent extent, double gapDays, int seenWindow) {
    PolicyMix logging = new PolicyMix(0.31, 0.58, 0.06, 0.05, 0.0037, 48, 6, seenWindow);
    return new WorldConfig(name, extent, 10, gapDays, 2.4, logging, 0, Script.NONE);
  }

  /** The same with a share of fraudulent accounts, in [0, 0.5]. */
  public WorldConfig withFraud(double share) {
    return new WorldConfig(
        name, extent, pageSize, gapDays, pagesPerSession, logging, share, script);
  }

  /** The same with changes on known days. */
  public WorldConfig withScript(Script changes) {
    return new WorldConfig(
        name, extent, pageSize, gapDays, pagesPerSession, logging, fraudShare, changes);
  }
}
