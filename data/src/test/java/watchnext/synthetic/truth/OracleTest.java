package watchnext.synthetic.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OracleTest {

  private static final long START = 1_704_067_200L;
  private static final Extent EXTENT = new Extent(12, 200, 3_000, 300, START, 14, 0.5, 0.6);
  private static final int TOP = 10;

  private final Truth truth = Truth.draw(EXTENT, 0, Script.NONE, 3);
  private final Oracle oracle = new Oracle(truth);

  /**
   * The world must not be what a two-tower model assumes: even with the true factors handed to it,
   * a dot product of a user's and a video's vector finds worse videos than the oracle.
   */
  @Test
  void aDotProductOfTheTrueFactorsStaysBelowTheOracle() {
    double ceiling = 0;
    double reached = 0;
    double chance = 0;
    float[] scores = new float[1500];
    for (int user = 0; user < 150; user++) {
      oracle.score(user, START + 3 * Extent.DAY, 0, 18, scores);
      ceiling += meanOfTop(scores, scores);
      reached += meanOfTop(dotProducts(user, scores.length), scores);
      for (float score : scores) {
        chance += score / scores.length;
      }
    }
    double regret = Oracle.regret(reached, ceiling, chance);
    assertThat(regret).isBetween(0.1, 0.6);
  }

  /**
   * u · v with u = (strength on leaves and their siblings, mood, 1, 1), v = (leaf, mood, craft).
   */
  private float[] dotProducts(int user, int size) {
    Mind mind = new Mind();
    mind.enter(truth, user, START + 3 * Extent.DAY, 0);
    TopicTree tree = truth.tree();
    double[] topics = new double[tree.leaves()];
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < mind.interests; i++) {
      int s = mind.slot + i;
      for (int leaf = 0; leaf < topics.length; leaf++) {
        boolean related = tree.root(leaf) == tree.root(mind.leaf[i]);
        double near = related ? truth.users().breadth[s] : 0;
        topics[leaf] += mind.strength[i] * (leaf == mind.leaf[i] ? 1 : near);
      }
      cosine += mind.strength[i] * truth.users().moodCosine[s];
      sine += mind.strength[i] * truth.users().moodSine[s];
    }
    float[] scores = new float[size];
    HiddenVideos videos = truth.videos();
    for (int v = 0; v < size; v++) {
      double mood = cosine * videos.moodCosine[v] + sine * videos.moodSine[v];
      double craft = videos.quality[v] + videos.production[v];
      scores[v] = (float) (topics[videos.leaf[v]] + 0.3 * mood + craft);
    }
    return scores;
  }

  private static double meanOfTop(float[] by, float[] value) {
    float[] left = by.clone();
    double sum = 0;
    for (int k = 0; k < TOP; k++) {
      int best = 0;
      for (int v = 1; v < left.length; v++) {
        best = left[v] > left[best] ? v : best;
      }
      sum += value[best];
      left[best] = Float.NEGATIVE_INFINITY;
    }
    return sum / TOP;
  }

  @Test
  void aPageHoldsNothingExcludedAndNoCreatorTwice() {
    BitSet excluded = new BitSet();
    excluded.set(0, 700);
    int[] page = oracle.page(5, START, 0, 18, 10, excluded);
    BitSet creators = new BitSet();
    for (int video : page) {
      assertThat(excluded.get(video)).isFalse();
      assertThat(creators.get(truth.videos().creator(video))).isFalse();
      creators.set(truth.videos().creator(video));
    }
  }

  @Test
  void regretIsZeroForTheOracleAndOneForChance() {
    assertThat(Oracle.regret(8, 8, 2)).isZero();
    assertThat(Oracle.regret(2, 8, 2)).isEqualTo(1);
    assertThat(Oracle.regret(5, 8, 2)).isEqualTo(0.5);
    assertThatThrownBy(() -> Oracle.regret(5, 2, 2))
        .hasMessage("the oracle must do better than chance (2.0), did 2.0");
  }

  /** The closed form of the watch law against its own draws. */
  @Test
  void theProbabilityOfReachingASecondIsItsFrequency() {
    for (double duration : new double[] {6, 27, 300}) {
      for (double satisfaction : new double[] {0.2, 0.7}) {
        double wanted = Math.min(18, duration);
        int reached = 0;
        for (int i = 0; i < 40_000; i++) {
          double seconds = WatchLaw.watchSeconds(satisfaction, duration, Luck.key(9, i));
          reached += seconds >= wanted ? 1 : 0;
        }
        // Three standard deviations of a share of 40,000 draws are at most 0.0075.
        assertThat(reached / 40_000.0)
            .isCloseTo(WatchLaw.reaches(satisfaction, duration, wanted), within(0.0125));
      }
    }
  }
}
