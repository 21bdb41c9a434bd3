package watchnext.model.ranker;

import java.util.Arrays;
import watchnext.measure.Ndcg;

/**
 * nDCG of scores on {@link RankerRows}, for early stopping: the measure that the evaluation
 * reports, on rows that hold all candidates of a request. What is stopped by it is stopped by what
 * counts.
 *
 * <p>A row is relevant when it was watched well; the best order has the {@link RankerRows#wanted
 * wanted} videos first, see {@link Ndcg#scored(float[], int[], int, int)}. Requests that want
 * nothing are left out. <i>Stateless.</i>
 */
final class RankingQuality {

  private RankingQuality() {}

  /** Mean nDCG@{@code k} over the groups that want anything, NaN when none does. */
  static double ndcg(RankerRows rows, float[] scores, int k) {
    double sum = 0;
    int counted = 0;
    for (int g = 0; g < rows.groups(); g++) {
      if (rows.wanted(g) > 0) {
        int start = rows.start(g);
        int[] grades = new int[rows.end(g) - start];
        Arrays.setAll(grades, i -> rows.isGood(start + i) ? 1 : 0);
        float[] own = Arrays.copyOfRange(scores, start, rows.end(g));
        sum += Ndcg.scored(own, grades, rows.wanted(g), k);
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }
}
