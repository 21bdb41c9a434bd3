package watchnext.model.ranker;

import java.util.Arrays;

/**
 * nDCG of scores on {@link RankerRows}, for early stopping: the measure that the evaluation
 * reports, on rows that hold all candidates of a request. What is stopped by it is stopped by what
 * counts.
 *
 * <p>A row is relevant when it was watched well. DCG@k = Σ 1 / log2(i + 1) over the relevant places
 * i ≤ k; nDCG divides by the DCG of the best order, in which the {@link RankerRows#wanted wanted}
 * videos stand first. Requests that want nothing are left out. Of equal scores the irrelevant video
 * goes first, so a constant scorer gains nothing by its ties. Reference: Järvelin and Kekäläinen,
 * Cumulated gain-based evaluation of IR techniques, TOIS 2002 [jarvelin2002]. <i>Stateless.</i>
 */
final class RankingQuality {

  private RankingQuality() {}

  /** Mean nDCG@{@code k} over the groups that want anything, NaN when none does. */
  static double ndcg(RankerRows rows, float[] scores, int k) {
    double sum = 0;
    int counted = 0;
    for (int g = 0; g < rows.groups(); g++) {
      if (rows.wanted(g) > 0) {
        sum += dcg(rows, g, scores, k) / bestDcg(rows.wanted(g), k);
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }

  /**
   * A score and a label are packed into one long (the bits of a float, made to sort as the float
   * does, above the label) and sorted as numbers, which is many times faster than sorting objects.
   */
  private static double dcg(RankerRows rows, int g, float[] scores, int k) {
    long[] keys = new long[rows.end(g) - rows.start(g)];
    for (int i = 0; i < keys.length; i++) {
      int row = rows.start(g) + i;
      int bits = Float.floatToIntBits(-scores[row] + 0f);
      int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[i] = ((long) ordered << 32) | (rows.isGood(row) ? 1 : 0);
    }
    Arrays.sort(keys);
    double sum = 0;
    for (int place = 0; place < Math.min(k, keys.length); place++) {
      sum += (keys[place] & 1) * discount(place);
    }
    return sum;
  }

  private static double bestDcg(int wanted, int k) {
    double sum = 0;
    for (int place = 0; place < Math.min(k, wanted); place++) {
      sum += discount(place);
    }
    return sum;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }
}
