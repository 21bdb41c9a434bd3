package watchnext.synthetic;

import java.util.Arrays;
import watchnext.synthetic.truth.Luck;

/**
 * The policy that wrote the log: each place is filled by one of the four sources of {@link
 * PolicyMix}, and the probability of what it did is known.
 *
 * <pre>
 *   m(v) = popular · w(v)/Σw + personal · mean over the user's last tags t of w(v)/Σw[t] (v has t)
 *          + fresh · [v is fresh]/F + uniform/N
 *   propensity of v at a place = m(v) / (1 − Σ m(x) over x shown lately or above it on the page)
 * </pre>
 *
 * <p>Draws from m are repeated until one is new to the user, which is what the denominator says;
 * the propensity is thus exact, conditional on the places above. On a page of the random slice m is
 * uniform. A user without tags gets popular videos instead of personal ones.
 *
 * <p><i>Users are independent of each other: one thread at a time per user, with a scratch per
 * thread; the pool is refreshed while nobody asks.</i>
 */
final class LoggingPolicy {

  private static final int TAGS = 12;
  private static final double STAYED_SECONDS = 9;

  private final PolicyMix mix;
  private final int pageSize;
  private final VideoPool pool;
  private final int[] tags;
  private final int[] tagsSeen;
  private final int[] shown;
  private final int[] shownCount;

  LoggingPolicy(WorldConfig config, VideoPool pool, int users) {
    this.mix = config.logging();
    this.pageSize = config.pageSize();
    this.pool = pool;
    this.tags = new int[users * TAGS];
    this.tagsSeen = new int[users];
    this.shown = new int[users * mix.seenWindow()];
    this.shownCount = new int[users];
  }

  /** Memory of one thread: the page it fills, and which videos may not be drawn for it. */
  static final class Scratch {
    final int[] page;
    final double[] propensities;
    boolean random;
    private final int[] excludedAt;
    private int stamp;
    private double free;

    Scratch(int pageSize, int videos) {
      this.page = new int[pageSize];
      this.propensities = new double[pageSize];
      this.excludedAt = new int[videos];
    }

    private void exclude(int video, double probability) {
      if (excludedAt[video] != stamp) {
        excludedAt[video] = stamp;
        free -= probability;
      }
    }
  }

  /** The choice there is at an instant: how many videos exist and how many of them are fresh. */
  record Choice(int available, int fresh) {}

  /** Fills {@code scratch} with the next page of {@code user}. */
  void fill(int user, Choice choice, long luckKey, Scratch scratch) {
    Luck luck = new Luck(luckKey);
    scratch.random = luck.uniform() < mix.randomPages();
    scratch.stamp++;
    scratch.free = 1;
    int window = mix.seenWindow();
    int remembered = Math.min(window, shownCount[user]);
    for (int i = 0; i < remembered; i++) {
      int video = shown[user * window + i];
      scratch.exclude(video, probability(user, video, choice, scratch.random));
    }
    for (int place = 0; place < pageSize; place++) {
      int video = draw(user, choice, scratch.random, luck);
      while (scratch.excludedAt[video] == scratch.stamp) {
        video = draw(user, choice, scratch.random, luck);
      }
      double probability = probability(user, video, choice, scratch.random);
      scratch.page[place] = video;
      scratch.propensities[place] = Math.min(1, probability / scratch.free);
      scratch.exclude(video, probability);
    }
    for (int video : scratch.page) {
      shown[user * window + shownCount[user]++ % window] = video;
    }
  }

  private int draw(int user, Choice choice, boolean random, Luck luck) {
    double source = luck.uniform();
    double u = luck.uniform();
    if (random || source < mix.uniform()) {
      return (int) (u * choice.available());
    }
    if (source < mix.uniform() + mix.fresh()) {
      int fresh = choice.fresh() > 0 ? choice.fresh() : choice.available();
      return choice.available() - fresh + (int) (u * fresh);
    }
    int known = Math.min(TAGS, tagsSeen[user]);
    if (source < mix.uniform() + mix.fresh() + mix.personal() && known > 0) {
      int tag = tags[user * TAGS + luck.below(known)];
      return pool.drawTagged(tag, u);
    }
    return pool.drawPopular(u);
  }

  /** The m(v) of the class comment. */
  double probability(int user, int video, Choice choice, boolean random) {
    double anywhere = 1.0 / choice.available();
    if (random) {
      return anywhere;
    }
    double m = mix.uniform() * anywhere;
    int fresh = choice.fresh() > 0 ? choice.fresh() : choice.available();
    if (video >= choice.available() - fresh) {
      m += mix.fresh() / fresh;
    }
    int known = Math.min(TAGS, tagsSeen[user]);
    double popular = known > 0 ? mix.popular() : mix.popular() + mix.personal();
    m += popular * pool.popularProbability(video);
    for (int tag : pool.tags(video)) {
      int times = 0;
      for (int i = 0; i < known; i++) {
        times += tags[user * TAGS + i] == tag ? 1 : 0;
      }
      if (times > 0) {
        m += mix.personal() * times / known * pool.taggedProbability(tag, video);
      }
    }
    return m;
  }

  /** Learns what the user opened. */
  void observe(PageResponse answer) {
    int user = answer.user();
    for (int place = 0; place < answer.size(); place++) {
      if (answer.watchSeconds(place) >= STAYED_SECONDS) {
        for (int tag : pool.tags(answer.video(place))) {
          if (pool.hasVideos(tag)) {
            tags[user * TAGS + tagsSeen[user]++ % TAGS] = tag;
          }
        }
      }
    }
  }

  /** Videos lately shown to a user, which are not shown again. */
  int[] lately(int user) {
    int window = mix.seenWindow();
    int remembered = Math.min(window, shownCount[user]);
    return Arrays.copyOfRange(shown, user * window, user * window + remembered);
  }

  /** Puts back what was {@link #lately} shown to a user. */
  void restore(int user, int[] lately) {
    System.arraycopy(lately, 0, shown, user * mix.seenWindow(), lately.length);
    shownCount[user] = lately.length;
  }
}
