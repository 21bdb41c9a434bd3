package watchnext.synthetic.truth;

import java.util.Arrays;

/**
 * The true factors of users and videos, as inner products: each column is a function of the user
 * times a function of the video, summed over leaves and harmonics. Any weighted sum of columns is
 * therefore one dot product of a user vector and a video vector of some hundred numbers, which is
 * all that a two-tower model can be.
 *
 * <p>The mood kernel κ / (κ + 1 − cos Δ) is a sum of cos kΔ = cos kα cos kβ + sin kα sin kβ.
 */
final class TrueFactors {

  private static final int HARMONICS = 5;
  private static final int CRAFTS = 10;
  private static final int OTHERS = 30;
  static final int COLUMNS = HARMONICS * CRAFTS + OTHERS;

  private final Truth truth;
  private final Mind mind = new Mind();
  private final long now;
  private final double[] match = new double[HARMONICS];

  TrueFactors(Truth truth, long now) {
    this.truth = truth;
    this.now = now;
  }

  void enter(int user) {
    mind.enter(truth, user, now, 0);
  }

  /** All columns of one pair. */
  void fill(int video, double[] columns) {
    HiddenUsers users = truth.users();
    HiddenVideos videos = truth.videos();
    int user = mind.user;
    double q = videos.quality[video];
    double p = videos.production[video];
    double eager = users.eagerness[user];
    double[] craft = {1, p, q, p * q, p * p, q * q, eager, eager * p, eager * q, p * q * q};
    matches(video);
    int at = 0;
    for (double m : match) {
      for (double c : craft) {
        columns[at++] = m * c;
      }
    }
    for (int i = 1; i < craft.length; i++) {
      columns[at++] = craft[i];
    }
    double length = videos.logSeconds[video];
    double wanted = users.wantedLogSeconds[user];
    double age = now - videos.uploadedEpochSecond(video);
    double fresh = Curves.decay(age, videos.halfLifeSeconds[video]);
    int spoken = videos.language(video);
    double foreign = spoken != users.language[user] && spoken != users.secondLanguage[user] ? 1 : 0;
    int root = truth.tree().root(videos.leaf[video]);
    double disliked = root == users.dislikedRoot[user] ? 1 : 0;
    double[] others = {
      1,
      length,
      length * length,
      wanted * length,
      wanted * length * length,
      wanted,
      wanted * wanted,
      fresh,
      users.novelty[user] * fresh,
      users.novelty[user],
      foreign,
      foreign * p,
      foreign * q,
      foreign * eager,
      disliked,
      disliked * p,
      disliked * q,
      length * p,
      length * q,
      eager * eager,
      length * eager
    };
    for (double other : others) {
      columns[at++] = other;
    }
  }

  /** Σ over interests of strength · topic · cos k(θᵢ − θᵥ): linear in functions of each side. */
  private void matches(int video) {
    HiddenUsers users = truth.users();
    HiddenVideos videos = truth.videos();
    Arrays.fill(match, 0);
    double videoMood = Math.atan2(videos.moodSine[video], videos.moodCosine[video]);
    for (int i = 0; i < mind.interests; i++) {
      int s = mind.slot + i;
      double topic = topic(s, mind.leaf[i], videos.leaf[video]);
      if (videos.secondLeaf[video] >= 0) {
        topic += videos.secondShare[video] * topic(s, mind.leaf[i], videos.secondLeaf[video]);
      }
      double apart = Math.atan2(users.moodSine[s], users.moodCosine[s]) - videoMood;
      for (int k = 0; k < HARMONICS; k++) {
        match[k] += mind.strength[i] * topic * Math.cos(k * apart);
      }
    }
  }

  private double topic(int slot, int wanted, int leaf) {
    if (wanted == leaf) {
      return 1;
    }
    boolean related = truth.tree().root(wanted) == truth.tree().root(leaf);
    return related ? truth.users().breadth[slot] : 0;
  }
}
