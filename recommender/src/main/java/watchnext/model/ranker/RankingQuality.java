package watchnext.model.ranker;

import java.util.Arrays;

/**
 * nDCG of scores against the relevance of {@link RankerRows}, for early stopping and training
 * reports; both rankers are judged by this one so that their curves compare. The final judgement is
 * made elsewhere, on lists.
 *
 * <p>DCG@k = Σ_{i≤k} (2^rel_i − 1) / log2(i + 1); nDCG divides by that of the best order. Requests
 * without any relevant video say nothing and are left out. Of equal scores the less relevant video
 * goes first, so a constant scorer gains nothing by its ties. Reference: Järvelin and Kekäläinen,
 * Cumulated gain-based evaluation of IR techniques, TOIS 2002 [jarvelin2002]. <i>Stateless.</i>
 */
final class RankingQuality {

  private RankingQuality() {}

  /** Mean nDCG@{@code k} over the groups that have a relevant row, NaN when none has. */
  static double ndcg(RankerRows rows, float[] scores, int k) {
    double sum = 0;
    int counted = 0;
    for (int g = 0; g < rows.groups(); g++) {
      double best = dcg(relevancesBest(rows, g), k);
      if (best > 0) {
        sum += dcg(relevancesByScore(rows, g, scores), k) / best;
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }

  private static int[] relevancesBest(RankerRows rows, int g) {
    int[] relevances = new int[rows.end(g) - rows.start(g)];
    for (int i = 0; i < relevances.length; i++) {
      relevances[i] = -rows.relevance(rows.start(g) + i);
    }
    Arrays.sort(relevances);
    for (int i = 0; i < relevances.length; i++) {
      relevances[i] = -relevances[i];
    }
    return relevances;
  }

  /**
   * The relevances in descending order of score. A score and a relevance are packed into one long
   * (the bits of a float, made to sort as the float does, above the relevance) and sorted as
   * numbers, which is many times faster than sorting objects.
   */
  private static int[] relevancesByScore(RankerRows rows, int g, float[] scores) {
    long[] keys = new long[rows.end(g) - rows.start(g)];
    for (int i = 0; i < keys.length; i++) {
      int row = rows.start(g) + i;
      int bits = Float.floatToIntBits(-scores[row] + 0f);
      int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[i] = ((long) ordered << 32) | rows.relevance(row);
    }
    Arrays.sort(keys);
    int[] relevances = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      relevances[i] = (int) keys[i];
    }
    return relevances;
  }

  private static double dcg(int[] relevances, int k) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, relevances.length); i++) {
      sum += ((1 << relevances[i]) - 1) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
