package watchnext.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks that the shape of a world is that of a real log, where {@link Calibration} compares single
 * figures: how far distributions lie from the published quantiles, and rates by hour from the
 * published hours.
 *
 * <p>A Kolmogorov–Smirnov distance of 0.05 says that at the worst place a twentieth of the
 * population is on the wrong side; that limit was set before the first look. As only quantiles are
 * published, the distance is taken at those ({@link ReferenceQuantiles}). <i>Immutable.</i>
 */
public final class Faithfulness {

  private static final double LIMIT = 0.05;
  private static final double SHARE_LIMIT = 0.1;
  private static final double SPREAD_LIMIT = 0.025;

  private Faithfulness() {}

  /**
   * One check.
   *
   * @param name what is compared
   * @param how the statistic
   * @param distance how far apart world and reality are, 0 for the same
   * @param limit above it the world is not faithful in this
   * @param reason why it may be above the limit
   */
  public record Check(String name, String how, double distance, double limit, Deviation reason) {
    /** Whether the world is faithful in this. */
    public boolean holds() {
      return distance <= limit;
    }

    private Check or(Deviation otherwise) {
      return reason == Deviation.NONE ? new Check(name, how, distance, limit, otherwise) : this;
    }
  }

  /**
   * All checks of a world.
   *
   * @param otherwise the reason of what has none of its own
   */
  static List<Check> of(Marginals world, Deviation otherwise) {
    List<Check> checks = new ArrayList<>();
    addVideos(checks, world);
    addUsers(checks, world);
    addHours(checks, world);
    return checks.stream().map(check -> check.or(otherwise)).toList();
  }

  private static void addVideos(List<Check> checks, Marginals world) {
    Distribution durations = world.durations();
    checks.add(atKnots("video duration", Published.DURATIONS, durations, Deviation.NONE));
    checks.add(
        new Check(
            "video duration",
            "KS between them, against lines in log x",
            Published.DURATIONS.distanceBetweenKnots(durations),
            LIMIT,
            Deviation.NONE));
    checks.add(
        atKnots("seconds of a play", Published.PLAY_SECONDS, world.playSeconds(), Deviation.NONE));
    checks.add(
        atKnots(
            "watch ratio of a play",
            Published.WATCH_RATIOS,
            world.watchRatios(),
            Deviation.RATIO_OF_MEDIANS));
    checks.add(
        atKnots(
            "progress of a video per show",
            Published.PROGRESS,
            world.progressPerShow(),
            Deviation.MEDIAN_VIDEO));
    checks.add(
        new Check(
            "Gini of impressions over videos",
            "relative difference",
            Math.abs(world.showsOfVideos().gini() / Published.GINI - 1),
            SHARE_LIMIT,
            Deviation.IMPRESSIONS_PER_VIDEO));
  }

  /** Levels of impressions and sessions differ by design: they are taken over their median. */
  private static void addUsers(List<Check> checks, Marginals world) {
    checks.add(
        atKnots(
            "click rate of a user",
            Published.USER_CLICK_RATES,
            world.userClickRates(),
            Deviation.NARROWER_USERS));
    checks.add(
        atKnots(
            "impressions of a user, over the median",
            Published.USER_SHOWS,
            world.userShows().overMedian(),
            Deviation.NONE));
    checks.add(
        atKnots(
            "sessions of a user, over the median",
            Published.USER_SESSIONS,
            world.userSessions().overMedian(),
            Deviation.NONE));
  }

  private static Check atKnots(
      String name, ReferenceQuantiles reference, Distribution distribution, Deviation reason) {
    return new Check(
        name,
        "KS at the published quantiles",
        reference.distanceAtKnots(distribution),
        LIMIT,
        reason);
  }

  /** The published extremes: most clicks per impression at 7 o'clock, fewest at 20. */
  private static void addHours(List<Check> checks, Marginals world) {
    double morning = world.clickRateByHour().get(7) / Published.CLICK_RATE_AT_7;
    double evening = world.clickRateByHour().get(20) / Published.CLICK_RATE_AT_20;
    checks.add(
        new Check(
            "click rate at 7 and at 20 o'clock",
            "larger relative difference",
            Math.max(Math.abs(morning - 1), Math.abs(evening - 1)),
            SHARE_LIMIT,
            Deviation.NONE));
    double real = Published.CLICK_RATE_AT_7 - Published.CLICK_RATE_AT_20;
    checks.add(
        new Check(
            "click rate by hour, highest less lowest",
            "difference, in click rate",
            Math.abs(spread(world.clickRateByHour()) - real),
            SPREAD_LIMIT,
            Deviation.NONE));
  }

  private static double spread(List<Double> rates) {
    double highest = rates.stream().mapToDouble(rate -> rate).max().orElse(0);
    return highest - rates.stream().mapToDouble(rate -> rate).min().orElse(0);
  }
}
