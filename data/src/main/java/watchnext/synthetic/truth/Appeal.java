package watchnext.synthetic.truth;

/**
 * The law of taste: how much a video attracts a user, and how much it satisfies one who opens it.
 *
 * <pre>
 *   match M        = 1 − Π over interests i of (1 − strengthᵢ · topicᵢᵥ · moodᵢᵥ)       a noisy OR
 *   topicᵢᵥ        = 1 on the leaf, breadthᵢ on its siblings, 0 elsewhere
 *   moodᵢᵥ         = κ / (κ + 1 − cos(θᵢ − θᵥ))                           a kernel on the circle
 *   pull           = S(harmonic(M, production))                  S(x) = 2x / (x + 1), saturating
 *   attraction     = squash(eagerness + pull + production + freshness + hour + season
 *                           − wrong length − strangeness − satiation + noise)
 *   satisfaction   = squash(harmonic(M, quality) − strangeness − satiation + noise)
 * </pre>
 *
 * <p>The weights in the code were fitted so that a log looks like a real one, see {@code
 * Calibration}.
 *
 * <p>Neither is a dot product of a user's and a video's vector: interests are alternatives, not
 * summands; quality and match are both needed; responses saturate. Part of the noise belongs to the
 * pair of user and video for ever, so that even the best model stays below the truth. Scores cost
 * about 100 ns. <i>Immutable; scratch memory is the caller's {@link Mind}.</i>
 */
public final class Appeal {

  private static final double MOOD_WIDTH = 0.8;

  private final HiddenUsers users;
  private final HiddenVideos videos;
  private final int[] rootOfLeaf;
  private final long noiseKey;

  Appeal(HiddenUsers users, HiddenVideos videos, TopicTree tree, long seed) {
    this.users = users;
    this.videos = videos;
    this.rootOfLeaf = new int[tree.leaves()];
    for (int l = 0; l < rootOfLeaf.length; l++) {
      rootOfLeaf[l] = tree.root(l);
    }
    this.noiseKey = Luck.key(seed, 21);
  }

  /** How well the video fits one of the interests, in [0, 1). */
  public double match(Mind mind, int video) {
    int leaf = videos.leaf[video];
    int second = videos.secondLeaf[video];
    double missed = 1;
    for (int i = 0; i < mind.interests; i++) {
      int s = mind.slot + i;
      double topic = topic(s, mind.leaf[i], leaf);
      if (second >= 0) {
        topic = Math.max(topic, videos.secondShare[video] * topic(s, mind.leaf[i], second));
      }
      if (topic > 0) {
        double cosine =
            users.moodCosine[s] * videos.moodCosine[video]
                + users.moodSine[s] * videos.moodSine[video];
        double mood = MOOD_WIDTH / (MOOD_WIDTH + 1 - cosine);
        missed *= 1 - mind.strength[i] * topic * mood;
      }
    }
    if (leaf == mind.trendLeaf) {
      missed *= 1 - mind.trendStrength;
    }
    return 1 - missed;
  }

  private double topic(int slot, int wanted, int leaf) {
    if (wanted == leaf) {
      return 1;
    }
    return rootOfLeaf[wanted] == rootOfLeaf[leaf] ? users.breadth[slot] : 0;
  }

  /**
   * Probability that the user opens the video, given that it is looked at.
   *
   * @param match from {@link #match}
   * @param satiation how tired the user is of such videos, 0 for not at all
   */
  public double attraction(Mind mind, int video, double match, double satiation) {
    double noise = Luck.roughNormal(pairKey(mind.user, video));
    return attraction(mind, video, match, satiation, noise);
  }

  /** The same for a pair that likes each other {@code noise} deviations more than factors say. */
  double attraction(Mind mind, int video, double match, double satiation, double noise) {
    int user = mind.user;
    double promise = videos.production[video];
    double both = Curves.both(match, promise, 0.7);
    double pull = 2 * both / (both + 1);
    double age = mind.epochSecond - videos.uploadedEpochSecond(video);
    double fresh = users.novelty[user] * Curves.decay(age, videos.halfLifeSeconds[video]);
    double length = 0.12 * Math.abs(users.wantedLogSeconds[user] - videos.logSeconds[video]);
    double season = rootOfLeaf[videos.leaf[video]] == mind.seasonRoot ? mind.seasonMood : 0;
    double x =
        -0.95
            + 1.02 * users.eagerness[user]
            + 7.0 * pull
            + 3.2 * (promise - 0.5)
            + 0.5 * fresh
            + 0.11 * mind.hourMood
            + season
            + 0.35 * noise
            - length
            - strangeness(user, video)
            - satiation;
    return Curves.squash(x);
  }

  /** A language not spoken, or a root not liked. */
  private double strangeness(int user, int video) {
    int spoken = videos.language(video);
    boolean foreign = spoken != users.language[user] && spoken != users.secondLanguage[user];
    boolean disliked = rootOfLeaf[videos.leaf[video]] == users.dislikedRoot[user];
    return (foreign ? 0.9 : 0) + (disliked ? 0.7 : 0);
  }

  /** How much the video gives to a user who opened it, in (0, 1); see {@link WatchLaw}. */
  public double satisfaction(Mind mind, int video, double match, double satiation) {
    double noise = Luck.roughNormal(pairKey(mind.user, video) + 1);
    return satisfaction(mind, video, match, satiation, noise);
  }

  /** The same for a pair that suits each other {@code noise} deviations more than factors say. */
  double satisfaction(Mind mind, int video, double match, double satiation, double noise) {
    double both = Curves.both(match, videos.quality[video], 0.6);
    return Curves.squash(
        -0.65 + 3.2 * both + 0.35 * noise - strangeness(mind.user, video) - 0.6 * satiation);
  }

  private long pairKey(int user, int video) {
    return Luck.key(noiseKey + user, video);
  }
}
