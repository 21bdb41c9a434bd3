package watchnext.calibration;

import static watchnext.calibration.Deviation.CHANCE;
import static watchnext.calibration.Deviation.DRAWN_TOPICS;
import static watchnext.calibration.Deviation.FEWER_VIDEOS;
import static watchnext.calibration.Deviation.FEW_RANDOM_DRAWS;
import static watchnext.calibration.Deviation.IMPRESSIONS_PER_VIDEO;
import static watchnext.calibration.Deviation.MEDIANS_OVER_VIDEOS;
import static watchnext.calibration.Deviation.MEDIAN_VIDEO;
import static watchnext.calibration.Deviation.NARROWER_USERS;
import static watchnext.calibration.Deviation.NONE;
import static watchnext.calibration.Deviation.SHORT_SESSIONS;
import static watchnext.calibration.Deviation.TEN_A_PAGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

/**
 * Fills the calibration table, line by line: what is {@link Published} and what the world has.
 * <i>Confined: used once.</i>
 */
final class CalibrationFigures {

  private final List<Calibration.Figure> figures = new ArrayList<>();
  private final Marginals world;
  private final Deviation otherwise;
  private final Marginals.Counts counts;

  /**
   * A table to be filled.
   *
   * @param otherwise the reason of what has none of its own
   */
  CalibrationFigures(Marginals world, Deviation otherwise) {
    this.otherwise = otherwise;
    this.world = world;
    this.counts = world.counts();
  }

  /**
   * The whole table.
   *
   * @param randomRate clicks per impression of uniformly random pages
   * @param catalog whose tags are counted
   */
  List<Calibration.Figure> all(double randomRate, Catalog catalog) {
    addRates(randomRate);
    addVideos(catalog);
    addWatches();
    addUsers();
    addGaps();
    return figures;
  }

  private void add(String name, double real, double ours, Deviation reason) {
    figures.add(new Calibration.Figure(name, real, ours, reason == NONE ? otherwise : reason));
  }

  private void addRates(double randomRate) {
    double shows = counts.shows();
    List<Double> byHour = world.clickRateByHour();
    List<Double> volume = world.volumeByHour();
    add("click rate, standard policy", Published.CLICK_RATE, counts.clicks() / shows, NONE);
    add("click rate, random policy", Published.RANDOM_CLICK_RATE, randomRate, NONE);
    add("click rate at 7 h", Published.CLICK_RATE_AT_7, byHour.get(7), NONE);
    add("click rate at 20 h", Published.CLICK_RATE_AT_20, byHour.get(20), NONE);
    add(
        "click rate at 20 h / at 7 h",
        Published.CLICK_RATE_AT_20 / Published.CLICK_RATE_AT_7,
        byHour.get(20) / byHour.get(7),
        NONE);
    add(
        "busiest / quietest hour",
        Published.BUSIEST_HOUR / Published.QUIETEST_HOUR,
        Collections.max(volume) / Collections.min(volume),
        CHANCE);
    add(
        "share of random impressions",
        Published.RANDOM_SHARE,
        counts.randomShows() / shows,
        CHANCE);
  }

  private void addVideos(Catalog catalog) {
    Distribution shows = world.showsOfVideos();
    Distribution random = world.randomShowsOfVideos();
    Distribution seconds = world.durations();
    double videos = shows.size();
    add(
        "impressions per video",
        Published.SHOWS / Published.VIDEOS,
        counts.shows() / videos,
        IMPRESSIONS_PER_VIDEO);
    add(
        "share of the top 1 % of videos",
        Published.TOP_SHARE, shows.topShare(), IMPRESSIONS_PER_VIDEO);
    add("Gini of impressions over videos", Published.GINI, shows.gini(), IMPRESSIONS_PER_VIDEO);
    add(
        "videos with 1 impression",
        Published.SHOWN_ONCE,
        shows.shareUpTo(1) - shows.shareUpTo(0),
        IMPRESSIONS_PER_VIDEO);
    add(
        "share of the top 1 %, random slice",
        Published.RANDOM_TOP_SHARE, random.topShare(), FEW_RANDOM_DRAWS);
    add("Gini, random slice", Published.RANDOM_GINI, random.gini(), FEW_RANDOM_DRAWS);
    add("video duration, median s", Published.DURATION_MEDIAN, seconds.quantile(0.5), NONE);
    add("video duration, 90 % s", Published.DURATION_90, seconds.quantile(0.9), NONE);
    add("video duration, longest s", Published.DURATION_MOST, seconds.quantile(1), FEWER_VIDEOS);
    double[] tags = new double[4];
    for (Video video : catalog.videos()) {
      tags[Math.min(3, video.tags().size())]++;
    }
    add("videos with one tag", Published.ONE_TAG, tags[1] / videos, NONE);
    add("videos with two tags", Published.TWO_TAGS, tags[2] / videos, NONE);
    add("videos without tags", Published.NO_TAG, tags[0] / videos, CHANCE);
  }

  private void addWatches() {
    double plays = counts.plays();
    double realPlays = Published.DAILY_PLAYS;
    add("play time, median s", Published.PLAY_MEDIAN, world.playSeconds().quantile(0.5), NONE);
    add(
        "duration of shown videos, median s",
        Published.SHOWN_DURATION_MEDIAN,
        world.shownDurations().quantile(0.5),
        DRAWN_TOPICS);
    double realRate = realPlays / Published.DAILY_SHOWS;
    add("plays per show", realRate, plays / counts.shows(), MEDIANS_OVER_VIDEOS);
    add(
        "plays per show of a video, median",
        realRate,
        world.playsPerShow().quantile(0.5),
        MEDIAN_VIDEO);
    add(
        "complete plays per play",
        Published.DAILY_COMPLETE / realPlays,
        counts.complete() / plays,
        NONE);
    add(
        "long plays per play",
        Published.DAILY_LONG / realPlays,
        counts.longWatches() / plays,
        NONE);
    add("likes per play", Published.DAILY_LIKES / realPlays, counts.likes() / plays, NONE);
    // Over shows: over plays the complete ones alone, 9.6 %, would make more than the median.
    Distribution progress = world.progressPerShow();
    add(
        "progress per show of a video, median",
        Published.PROGRESS_MEDIAN,
        progress.quantile(0.5),
        MEDIAN_VIDEO);
    add(
        "progress per show of a video, 90 %",
        Published.PROGRESS_90, progress.quantile(0.9), MEDIAN_VIDEO);
  }

  private void addUsers() {
    Distribution rates = world.userClickRates();
    add(
        "click rate per user, median",
        Published.USER_CLICK_RATE_MEDIAN,
        rates.quantile(0.5),
        NARROWER_USERS);
    add(
        "click rate per user, 90 %",
        Published.USER_CLICK_RATE_90, rates.quantile(0.9), NARROWER_USERS);
    double shows = world.userShows().quantile(0.5);
    double sessions = world.userSessions().quantile(0.5);
    add(
        "impressions per user, 90 % / median",
        Published.USER_SHOWS_90 / Published.USER_SHOWS_MEDIAN,
        world.userShows().quantile(0.9) / shows,
        NONE);
    add(
        "sessions per user, 90 % / median",
        Published.USER_SESSIONS_90 / Published.USER_SESSIONS_MEDIAN,
        world.userSessions().quantile(0.9) / sessions,
        NONE);
    add(
        "impressions per session",
        Published.USER_SHOWS_MEDIAN / Published.USER_SESSIONS_MEDIAN,
        shows / sessions,
        SHORT_SESSIONS);
  }

  private void addGaps() {
    double gaps = counts.gaps();
    add(
        "gaps within a second",
        Published.GAPS_WITHIN_SECOND,
        counts.gapsWithinSecond() / gaps,
        TEN_A_PAGE);
    add("gaps of 10 to 60 s", Published.GAPS_10_TO_60, counts.gapsUnderMinute() / gaps, TEN_A_PAGE);
    add(
        "gaps over 2 h",
        Published.GAPS_OVER_2_HOURS,
        counts.gapsOverTwoHours() / gaps,
        SHORT_SESSIONS);
  }
}
