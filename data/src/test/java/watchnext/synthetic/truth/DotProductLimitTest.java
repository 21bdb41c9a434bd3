package watchnext.synthetic.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The world must not be what a two-tower model assumes: the dot product of a user's and a video's
 * vector, each a function of one side alone. Two such models are given the truth itself, which no
 * real model gets, and still make worse pages than the oracle that, like them, does not know the
 * part of a taste that belongs to a pair and follows from nothing ({@link Oracle#ofFactors}).
 *
 * <p>The value of a page is the mean over its ten videos of the true chance of a long watch. All
 * are judged on the same users, and the interval is of the paired differences.
 */
class DotProductLimitTest {

  private static final long START = 1_704_067_200L;
  private static final long NOW = START + 3 * Extent.DAY;
  private static final int VIDEOS = 1500;
  private static final int TOP = 10;

  private static Truth world(int users) {
    Extent extent = new Extent(12, 200, 2 * VIDEOS, 2 * users, START, 14, 0.5, 0.6);
    return Truth.draw(extent, 0, Script.NONE, 3);
  }

  /** Fitted by least squares to the expected value of every pair it is judged on. */
  @Test
  void aTwoTowerOfTheTrueFactorsStaysBelowTheOracle() {
    int users = 150;
    Judgement judgement = new Judgement(world(users), users);
    TrueFactors factors = new TrueFactors(judgement.truth, NOW);
    double[] weights = fit(factors, judgement.expected);
    double[][] scores = new double[users][VIDEOS];
    double[] columns = new double[TrueFactors.COLUMNS];
    for (int user = 0; user < users; user++) {
      factors.enter(user);
      for (int v = 0; v < VIDEOS; v++) {
        factors.fill(v, columns);
        scores[user][v] = LinearAlgebra.dot(weights, columns);
      }
    }
    // 0.169 [0.156, 0.182] with this seed: what the form loses, not the noise of the pairs.
    judgement.assertThatRegretLiesBetween(0.1, 0.25, scores);
  }

  private static double[] fit(TrueFactors factors, double[][] target) {
    int size = TrueFactors.COLUMNS;
    double[][] gram = new double[size][size];
    double[] right = new double[size];
    double[] columns = new double[size];
    for (int user = 0; user < target.length; user++) {
      factors.enter(user);
      for (int v = 0; v < VIDEOS; v++) {
        factors.fill(v, columns);
        LinearAlgebra.add(right, target[user][v], columns);
        for (int i = 0; i < size; i++) {
          LinearAlgebra.add(gram[i], columns[i], columns);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      gram[i][i] *= 1 + 1e-6;
      gram[i][i] += 1e-6;
    }
    return LinearAlgebra.solve(gram, right);
  }

  /**
   * Whatever the features and however deep the towers: a dot product of 64 numbers is a matrix of
   * rank 64, and the nearest one to the matrix of all expected values is its truncated singular
   * value decomposition (Eckart and Young), here by orthogonal iteration.
   */
  @Test
  void theBestMatrixOfRank64StaysBelowTheOracle() {
    int users = 600;
    Judgement judgement = new Judgement(world(users), users);
    double[][] left = new double[64][users];
    double[][] right = new double[64][VIDEOS];
    for (int d = 0; d < left.length; d++) {
      for (int user = 0; user < users; user++) {
        left[d][user] = Luck.normal(d, user);
      }
    }
    for (int round = 0; round < 6; round++) {
      LinearAlgebra.orthonormalize(left);
      for (int d = 0; d < left.length; d++) {
        right[d] = new double[VIDEOS];
        for (int user = 0; user < users; user++) {
          LinearAlgebra.add(right[d], left[d][user], judgement.expected[user]);
        }
      }
      if (round < 5) {
        project(judgement.expected, right, left);
      }
    }
    double[][] scores = new double[users][VIDEOS];
    for (int user = 0; user < users; user++) {
      for (int d = 0; d < left.length; d++) {
        LinearAlgebra.add(scores[user], left[d][user], right[d]);
      }
    }
    // 0.046 [0.042, 0.050] with this seed.
    judgement.assertThatRegretLiesBetween(0.03, 0.08, scores);
  }

  private static void project(double[][] matrix, double[][] right, double[][] left) {
    for (int d = 0; d < left.length; d++) {
      for (int user = 0; user < matrix.length; user++) {
        left[d][user] = LinearAlgebra.dot(right[d], matrix[user]);
      }
    }
  }

  /** What the pages of some users are worth. */
  private static final class Judgement {

    final Truth truth;
    final double[][] expected;
    private final double[][] value;
    private final double scale;

    Judgement(Truth truth, int users) {
      this.truth = truth;
      this.expected = scores(Oracle.ofFactors(truth), users);
      this.value = scores(new Oracle(truth), users);
      double ceiling = 0;
      double chance = 0;
      for (int user = 0; user < users; user++) {
        ceiling += page(user, value[user]) / users;
        for (double v : value[user]) {
          chance += v / VIDEOS / users;
        }
      }
      this.scale = ceiling - chance;
    }

    private static double[][] scores(Oracle oracle, int users) {
      double[][] scores = new double[users][VIDEOS];
      float[] row = new float[VIDEOS];
      for (int user = 0; user < users; user++) {
        oracle.score(user, NOW, 0, 18, row);
        for (int v = 0; v < VIDEOS; v++) {
          scores[user][v] = row[v];
        }
      }
      return scores;
    }

    private double page(int user, double[] by) {
      double[] left = by.clone();
      double sum = 0;
      for (int k = 0; k < TOP; k++) {
        int best = 0;
        for (int v = 1; v < left.length; v++) {
          best = left[v] > left[best] ? v : best;
        }
        sum += value[user][best];
        left[best] = Double.NEGATIVE_INFINITY;
      }
      return sum / TOP;
    }

    /**
     * The regret that is added to that of the oracle of factors, on the scale from oracle (0) to
     * chance (1): its whole 95 % interval lies within the bounds.
     */
    void assertThatRegretLiesBetween(double low, double high, double[][] scores) {
      int users = scores.length;
      double sum = 0;
      double squares = 0;
      for (int user = 0; user < users; user++) {
        double lost = (page(user, expected[user]) - page(user, scores[user])) / scale;
        sum += lost;
        squares += lost * lost;
      }
      double mean = sum / users;
      double deviation = Math.sqrt((squares / users - mean * mean) / (users - 1));
      assertThat(mean - 1.96 * deviation).isGreaterThan(low);
      assertThat(mean + 1.96 * deviation).isLessThan(high);
    }
  }
}
