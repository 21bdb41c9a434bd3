package watchnext.synthetic.truth;

/**
 * The few curves the world is bent with. None of them is a logistic function or a dot product:
 * those are what the models under test are made of. <i>Stateless.</i>
 */
public final class Curves {

  private Curves() {}

  /**
   * The algebraic sigmoid ½(1 + x / √(1 + x²)): from 0 to 1 like the logistic one, with much
   * heavier tails, and without an exponential.
   */
  public static double squash(double x) {
    return 0.5 * (1 + x / Math.sqrt(1 + x * x));
  }

  /**
   * Two needs that cannot stand in for each other: the harmonic mean of {@code a} and {@code b} in
   * [0, 1] with weight {@code weight} on {@code a}, floored a little above 0.
   */
  public static double both(double a, double b, double weight) {
    return 1 / (weight / (a + 0.02) + (1 - weight) / (b + 0.02)) - 0.02;
  }

  /** Halves every {@code halfLife}, hyperbolically: h / (h + age), 1 at age 0. */
  public static double decay(double age, double halfLife) {
    return halfLife / (halfLife + Math.max(0, age));
  }

  /** Zipf weights (rank + 2)^-exponent in a random order. */
  static double[] zipfShuffled(int size, double exponent, long seed) {
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = StrictMath.pow(i + 2, -exponent);
    }
    Luck luck = new Luck(Luck.key(seed, 77));
    for (int i = size - 1; i > 0; i--) {
      int j = luck.below(i + 1);
      double swap = weights[i];
      weights[i] = weights[j];
      weights[j] = swap;
    }
    return weights;
  }

  /**
   * The first index whose cumulative weight exceeds {@code u} times the last one's.
   *
   * @param cumulative ascending sums of weights
   * @param from where they begin
   * @param size how many of them count
   * @param u a uniform draw in [0, 1)
   * @return an index in [0, {@code size})
   */
  public static int drawCumulative(double[] cumulative, int from, int size, double u) {
    double target = u * cumulative[from + size - 1];
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[from + middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
