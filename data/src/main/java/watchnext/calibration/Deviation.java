package watchnext.calibration;

/**
 * Why a figure of the world differs from the real one where it does, in one sentence each.
 * <i>Immutable.</i>
 */
public enum Deviation {
  /** Nothing is known that would make it differ. */
  NONE(""),

  /** How many impressions there are for a video. */
  IMPRESSIONS_PER_VIDEO(
      "The real catalogue has ten impressions a video, half of its videos one. Where there are a"
          + " hundred a video, as in world small, no hundredth of the videos can take half of all"
          + " places, as a user is hardly shown a video twice; with eleven, as in world large, it"
          + " does, but chance and freshness show each video several times. (The three real figures"
          + " do not fit each other either: 54 % of the videos with one impression and 1 % with 44"
          + " % of all make a Gini of at least 0.68.)"),

  /** How small the random slice is. */
  FEW_RANDOM_DRAWS(
      "The real random slice shows each of 7,583 videos 156 times; here it shows each video once or"
          + " not at all, and such counts are unequal by chance alone."),

  /** How long a session is. */
  SHORT_SESSIONS(
      "The real users see 58 videos a session and 8,600 a month, which would make the data a"
          + " hundred times as large; a session here has two or three pages, and each ends with one"
          + " long gap."),

  /** How many videos a page has. */
  TEN_A_PAGE(
      "A page here has ten places instead of six or so, so that fewer gaps lie between pages."),

  /** Which videos are shown. */
  MEDIAN_VIDEO(
      "Rates of a video are of those with at least 20 impressions. In a small world these are all"
          + " videos, most of them shown by chance or as fresh uploads, to people whom they do not"
          + " suit; in world large they are those that the policy pushes. The real platform lies in"
          + " between."),

  /** What the median of a ratio is. */
  RATIO_OF_MEDIANS(
      "Published are the medians of seconds and of lengths, not of their ratio, and the median of a"
          + " ratio need not be the ratio of the medians: two fifths of the world's plays lie below"
          + " its own, which is close to the published one."),

  /** How long the longest of many draws is. */
  FEWER_VIDEOS(
      "The longest of 32 million videos is longer than the longest of some thousands; the world"
          + " cuts at nine hours as well."),

  /** How wide users differ. */
  NARROWER_USERS(
      "Users of the world differ a little less in how readily they open a video, and open less at"
          + " the median; the mean over impressions is the real one, because those who scroll most"
          + " open least."),

  /** Which topics are liked. */
  DRAWN_TOPICS(
      "Topics differ in length, and which of them are liked most is drawn with the seed: shown"
          + " videos have a median of 25 to 29 seconds in the seeds 1 to 5."),

  /** How two medians compare. */
  MEDIANS_OVER_VIDEOS(
      "Published are the medians, over videos and days, of shows and of plays. Their ratio is not"
          + " the share of all shows that are played; that share is the click rate, 0.379."),

  /** How few events make a figure. */
  CHANCE(
      "Few events of a small world make this figure, and it moves by a tenth from seed to seed."),

  /** How rarely users come. */
  RARE_VISITS(
      "The constants were fitted on world small, whose users have a dozen sessions; most users of"
          + " this world have fewer than five, and its catalogue is larger."),

  /** How small the world is. */
  FEW_USERS(
      "A world of fewer than a thousand users is meant for tests: it has half the topics, its users"
          + " have seen much of it by the end, and its figures move by chance.");

  private final String sentence;

  Deviation(String sentence) {
    this.sentence = sentence;
  }

  /** The reason in words, empty for {@link #NONE}. */
  public String sentence() {
    return sentence;
  }
}
