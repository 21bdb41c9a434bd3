package watchnext.measure;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * Discounted cumulative gain, normalised by that of the best possible order.
 *
 * <pre>
 *   DCG@k  = Σ_{r=1..k} gain(r) / log2(r + 1)      gain = 2^grade − 1, for binary relevance 1 or 0
 *   nDCG@k = DCG@k / IDCG@k                        IDCG@k = DCG@k of the grades in descending order
 * </pre>
 *
 * <p>With binary relevance IDCG@k is the sum of the first min(k, relevant) discounts, so that an
 * order with all it could have at the top scores 1 even when more is relevant than fits. Reference:
 * Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 2002
 * [jarvelin2002]; the exponential gain is that of Burges et al., ICML 2005 [burges2005].
 * <i>Immutable.</i>
 */
public final class Ndcg {

  private static final double LOG_2 = Math.log(2);

  private Ndcg() {}

  /** The weight of a rank, from 1: 1 / log2(rank + 1). */
  public static double discount(int rank) {
    return LOG_2 / Math.log(rank + 1.0);
  }

  /** IDCG@k of binary relevance: the first min(k, relevant) discounts. */
  public static double ideal(int relevant, int k) {
    double sum = 0;
    for (int rank = 1; rank <= Math.min(relevant, k); rank++) {
      sum += discount(rank);
    }
    return sum;
  }

  /** nDCG@k of binary relevance; 0 when nothing was found, 1 when the top holds all it could. */
  public static double binary(Hits hits, int k) {
    double sum = 0;
    for (int i = 0; i < hits.found(k); i++) {
      sum += discount(hits.rank(i));
    }
    return sum / ideal(hits.relevant(), k);
  }

  /**
   * nDCG@k of scored rows, equal scores in a random order: rows that share a score share the mean
   * gain of their places, which is what random orders give on average (McSherry and Najork, ECIR
   * 2008 [mcsherry2008]). NaN when no grade is above 0. Cost: O(n log n).
   *
   * @param scores larger is better
   * @param grades 0 or more, one a score
   * @param k cut-off, at least 1
   */
  public static double scored(float[] scores, int[] grades, int k) {
    double ideal = gradedDcg(descending(grades), k);
    return ideal > 0 ? scoredDcg(scores, grades, k) / ideal : Double.NaN;
  }

  /**
   * The same of binary relevance, when more is relevant than the rows hold.
   *
   * @param grades 1 or 0, one a score
   * @param relevant how many are relevant, among the rows or not; at least 1
   */
  public static double scored(float[] scores, int[] grades, int relevant, int k) {
    return scoredDcg(scores, grades, k) / ideal(relevant, k);
  }

  private static double scoredDcg(float[] scores, int[] grades, int k) {
    int[] ascending = RowOrders.byScore(scores, RowOrders.all(scores.length));
    int n = ascending.length;
    double sum = 0;
    for (int from = 0, to = 0; from < Math.min(n, k); from = to) {
      double gains = 0;
      double discounts = 0;
      // Place p, from 0 for the best, is at n − 1 − p of the ascending order.
      while (to < n && scores[ascending[n - 1 - to]] == scores[ascending[n - 1 - from]]) {
        gains += gain(grades[ascending[n - 1 - to]]);
        discounts += to < k ? discount(to + 1) : 0;
        to++;
      }
      sum += discounts * gains / (to - from);
    }
    return sum;
  }

  private static double gradedDcg(int[] grades, int k) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, grades.length); i++) {
      sum += gain(grades[i]) * discount(i + 1);
    }
    return sum;
  }

  private static double gain(int grade) {
    Require.that(grade >= 0, "grades must be 0 or more, was %s", grade);
    return Math.pow(2, grade) - 1;
  }

  private static int[] descending(int[] grades) {
    int[] descending = grades.clone();
    Arrays.sort(descending);
    for (int i = 0, j = descending.length - 1; i < j; i++, j--) {
      int swap = descending[i];
      descending[i] = descending[j];
      descending[j] = swap;
    }
    return descending;
  }
}
