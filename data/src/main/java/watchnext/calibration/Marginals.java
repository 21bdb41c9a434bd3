package watchnext.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one looks at in the log of a world, each figure by itself: distributions over videos, users
 * and plays, and rates by hour. Distributions over users are of those who were there when the log
 * began and saw at least {@value #FEWEST_SHOWS} videos, as a real log holds active users only; an
 * hour is one of UTC. <i>Immutable.</i>
 *
 * @param counts how many events of what kind
 * @param showsOfVideos impressions of each video, 0 included
 * @param randomShowsOfVideos impressions of each video in the random slice, 0 included
 * @param durations length of each video in seconds
 * @param shownDurations length of the video of each impression in seconds
 * @param playSeconds seconds watched in each play
 * @param watchRatios seconds watched over length, of each play
 * @param playsPerShow plays per impression of each video with {@value #FEWEST_SHOWS} impressions
 * @param progressPerShow sum of the watch ratios over impressions, of each video with {@value
 *     #FEWEST_SHOWS} impressions
 * @param userShows impressions of each user
 * @param userSessions sessions of each user; one ends after twenty minutes of nothing
 * @param userClickRates clicks per impression of each user
 * @param volumeByHour share of the impressions of each of the 24 hours
 * @param clickRateByHour clicks per impression of each of the 24 hours
 */
public record Marginals(
    Counts counts,
    Distribution showsOfVideos,
    Distribution randomShowsOfVideos,
    Distribution durations,
    Distribution shownDurations,
    Distribution playSeconds,
    Distribution watchRatios,
    Distribution playsPerShow,
    Distribution progressPerShow,
    Distribution userShows,
    Distribution userSessions,
    Distribution userClickRates,
    List<Double> volumeByHour,
    List<Double> clickRateByHour) {

  /** Fewest impressions that a rate is made of. */
  static final int FEWEST_SHOWS = 20;

  /** Takes unmodifiable copies. */
  public Marginals {
    volumeByHour = List.copyOf(volumeByHour);
    clickRateByHour = List.copyOf(clickRateByHour);
  }

  /**
   * How many events of what kind. A gap is the time between two impressions of one user.
   *
   * @param events events of all kinds
   * @param shows impressions
   * @param randomShows impressions of the random slice
   * @param clicks clicks
   * @param plays watches
   * @param complete watches to the end
   * @param longWatches watches of at least 18 seconds or to the end
   * @param likes likes
   * @param gaps gaps
   * @param gapsWithinSecond gaps of less than a second
   * @param gapsUnderMinute gaps of 10 to 60 seconds
   * @param gapsOverTwoHours gaps of more than two hours
   */
  public record Counts(
      long events,
      long shows,
      long randomShows,
      long clicks,
      long plays,
      long complete,
      long longWatches,
      long likes,
      long gaps,
      long gapsWithinSecond,
      long gapsUnderMinute,
      long gapsOverTwoHours) {}

  static Marginals of(WorldCounts tally, long logStart) {
    int videos = tally.showsOfVideo.length;
    double[] durations = new double[videos];
    Arrays.setAll(durations, v -> tally.catalog.video(v).durationSeconds());
    int[] users =
        IntStream.range(0, tally.showsOfUser.length)
            .filter(u -> tally.catalog.user(u).signedUpEpochSecond() < logStart)
            .filter(u -> tally.showsOfUser[u] >= FEWEST_SHOWS)
            .toArray();
    return new Marginals(
        counts(tally),
        Distribution.of(tally.showsOfVideo),
        Distribution.of(tally.randomShowsOfVideo),
        Distribution.of(durations, videos),
        tally.shownDurations.distribution(),
        tally.playSeconds.distribution(),
        tally.watchRatios.distribution(),
        perShow(tally, v -> tally.playsOfVideo[v]),
        perShow(tally, v -> tally.progressOfVideo[v]),
        ofUsers(users, tally.showsOfUser),
        ofUsers(users, tally.sessionsOfUser),
        clickRates(users, tally),
        shares(tally.showsOfHour),
        rates(tally.clicksOfHour, tally.showsOfHour));
  }

  private static Counts counts(WorldCounts tally) {
    return new Counts(
        tally.events,
        tally.shownDurations.size(),
        tally.randomShows,
        Arrays.stream(tally.clicksOfHour).sum(),
        tally.playSeconds.size(),
        tally.complete,
        tally.longWatches,
        tally.likes,
        tally.gaps,
        tally.gapsWithinSecond,
        tally.gapsUnderMinute,
        tally.gapsOverTwoHours);
  }

  /** Sums by video over its impressions. */
  private static Distribution perShow(WorldCounts tally, IntToDoubleFunction sumOfVideo) {
    Samples means = new Samples();
    for (int v = 0; v < tally.showsOfVideo.length; v++) {
      if (tally.showsOfVideo[v] >= FEWEST_SHOWS) {
        means.add(sumOfVideo.applyAsDouble(v) / tally.showsOfVideo[v]);
      }
    }
    return means.distribution();
  }

  private static Distribution ofUsers(int[] users, int[] counts) {
    return Distribution.of(Arrays.stream(users).map(u -> counts[u]).toArray());
  }

  private static Distribution clickRates(int[] users, WorldCounts tally) {
    Samples rates = new Samples();
    for (int u : users) {
      rates.add((double) tally.clicksOfUser[u] / tally.showsOfUser[u]);
    }
    return rates.distribution();
  }

  private static List<Double> shares(long[] counts) {
    double sum = Arrays.stream(counts).sum();
    return Arrays.stream(counts).mapToObj(count -> count / sum).toList();
  }

  private static List<Double> rates(long[] parts, long[] wholes) {
    List<Double> rates = new ArrayList<>();
    for (int h = 0; h < parts.length; h++) {
      rates.add(wholes[h] == 0 ? 0 : (double) parts[h] / wholes[h]);
    }
    return rates;
  }
}
