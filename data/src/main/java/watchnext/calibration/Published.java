package watchnext.calibration;

/**
 * What is published of a real log, KuaiRand-27K [gao2022]: 27,285 users of a short-video
 * application over 31 days of April and May 2022, 322,278,385 impressions of 32,038,693 videos.
 * Aggregates of the public files; each number that the world is compared with stands here, once.
 * <i>Immutable.</i>
 */
public final class Published {

  static final double SHOWS = 322_278_385;
  static final double VIDEOS = 32_038_693;
  static final double RANDOM_SHARE = 0.0037;
  static final double CLICK_RATE = 0.379;
  static final double RANDOM_CLICK_RATE = 0.176;
  static final double CLICK_RATE_AT_7 = 0.408;
  static final double CLICK_RATE_AT_20 = 0.364;
  static final double BUSIEST_HOUR = 22e6;
  static final double QUIETEST_HOUR = 2.6e6;
  static final double TOP_SHARE = 0.441;
  static final double RANDOM_TOP_SHARE = 0.0127;
  static final double GINI = 0.53;
  static final double RANDOM_GINI = 0.08;
  static final double SHOWN_ONCE = 0.54;
  static final double DURATION_MEDIAN = 27.0;
  static final double DURATION_90 = 168.9;
  static final double DURATION_MOST = 9 * 3600;
  static final double ONE_TAG = 0.73;
  static final double TWO_TAGS = 0.23;
  static final double NO_TAG = 0.03;
  static final double PLAY_MEDIAN = 2.9;
  static final double SHOWN_DURATION_MEDIAN = 25.9;
  static final double PROGRESS_MEDIAN = 0.095;
  static final double PROGRESS_90 = 0.27;
  static final double USER_SHOWS_MEDIAN = 8594;
  static final double USER_SHOWS_90 = 24_587;
  static final double USER_CLICK_RATE_MEDIAN = 0.47;
  static final double USER_CLICK_RATE_90 = 0.72;
  static final double USER_SESSIONS_MEDIAN = 149;
  static final double USER_SESSIONS_90 = 241;
  static final double GAPS_WITHIN_SECOND = 0.83;
  static final double GAPS_10_TO_60 = 0.055;
  static final double GAPS_OVER_2_HOURS = 0.006;

  // Of a video and a day, medians of means.
  static final double DAILY_SHOWS = 278;
  static final double DAILY_PLAYS = 113;
  static final double DAILY_COMPLETE = 10.9;
  static final double DAILY_LONG = 23.5;
  static final double DAILY_LIKES = 3.6;

  /** Length of a video in seconds. */
  public static final ReferenceQuantiles DURATIONS =
      ReferenceQuantiles.of(DURATION_MEDIAN, 0.5, DURATION_90, 0.9);

  /** Seconds watched in a play. */
  public static final ReferenceQuantiles PLAY_SECONDS = ReferenceQuantiles.of(PLAY_MEDIAN, 0.5);

  /**
   * Watch ratio of a play. The median is that of the seconds over that of the lengths, which is
   * near the median ratio but not the same; the share that ends before the end is published as
   * such.
   */
  public static final ReferenceQuantiles WATCH_RATIOS =
      ReferenceQuantiles.of(
          PLAY_MEDIAN / SHOWN_DURATION_MEDIAN,
          0.5,
          Math.nextDown(1.0),
          1 - DAILY_COMPLETE / DAILY_PLAYS);

  /** Clicks per impression of a user. */
  public static final ReferenceQuantiles USER_CLICK_RATES =
      ReferenceQuantiles.of(USER_CLICK_RATE_MEDIAN, 0.5, USER_CLICK_RATE_90, 0.9);

  /** Impressions of a user, over the median of all users. */
  public static final ReferenceQuantiles USER_SHOWS =
      ReferenceQuantiles.of(1, 0.5, USER_SHOWS_90 / USER_SHOWS_MEDIAN, 0.9);

  /** Sessions of a user, over the median of all users. */
  public static final ReferenceQuantiles USER_SESSIONS =
      ReferenceQuantiles.of(1, 0.5, USER_SESSIONS_90 / USER_SESSIONS_MEDIAN, 0.9);

  /** Watch ratio summed over plays, over the shows of a video. */
  public static final ReferenceQuantiles PROGRESS =
      ReferenceQuantiles.of(PROGRESS_MEDIAN, 0.5, PROGRESS_90, 0.9);

  private Published() {}

  /** Clicks per impression at 20 o'clock, the lowest of all hours. */
  public static double clickRateAt20() {
    return CLICK_RATE_AT_20;
  }

  /** Clicks per impression at 7 o'clock, the highest of all hours. */
  public static double clickRateAt7() {
    return CLICK_RATE_AT_7;
  }
}
