package watchnext.synthetic.truth;

/**
 * Who makes the videos: few creators make most of them, each has a favourite leaf, a mood, a skill
 * and a polish that its videos share in part. <i>Immutable.</i>
 */
final class Creators {

  private final double[] cumulativeOutput;
  private final int[] favouriteLeaf;
  private final int[] language;
  private final double[] moodAngle;
  private final double[] skill;
  private final double[] polish;
  private final double[] leafWeights;

  private Creators(int size, double[] leafWeights) {
    this.cumulativeOutput = new double[size];
    this.favouriteLeaf = new int[size];
    this.language = new int[size];
    this.moodAngle = new double[size];
    this.skill = new double[size];
    this.polish = new double[size];
    this.leafWeights = leafWeights;
  }

  static Creators draw(int size, TopicTree tree, double[] languageWeights, long seed) {
    Creators creators = new Creators(size, Curves.zipfShuffled(tree.leaves(), 0.6, seed));
    Luck luck = new Luck(Luck.key(seed, 1));
    double total = 0;
    for (int c = 0; c < size; c++) {
      total += StrictMath.exp(1.1 * luck.normal());
      creators.cumulativeOutput[c] = total;
      creators.favouriteLeaf[c] = luck.weighted(creators.leafWeights);
      creators.language[c] = luck.weighted(languageWeights);
      creators.moodAngle[c] = luck.between(0, 2 * Math.PI);
      creators.skill[c] = luck.normal();
      creators.polish[c] = luck.normal();
    }
    return creators;
  }

  /** A creator, each with the probability of its output. */
  int drawOne(Luck luck) {
    return Curves.drawCumulative(cumulativeOutput, 0, cumulativeOutput.length, luck.uniform());
  }

  /**
   * What the next video of a creator is about: mostly the favourite, else near it, else anything.
   */
  int drawLeaf(int creator, TopicTree tree, Luck luck) {
    double which = luck.uniform();
    if (which < 0.65) {
      return favouriteLeaf[creator];
    }
    int drawn = luck.weighted(leafWeights);
    if (which < 0.85) {
      int root = tree.root(favouriteLeaf[creator]);
      while (tree.root(drawn) != root) {
        drawn = luck.weighted(leafWeights);
      }
    }
    return drawn;
  }

  int language(int creator) {
    return language[creator];
  }

  double moodAngle(int creator) {
    return moodAngle[creator];
  }

  double skill(int creator) {
    return skill[creator];
  }

  double polish(int creator) {
    return polish[creator];
  }
}
