package watchnext.model.ranker;

import java.util.Arrays;
import watchnext.measure.Ndcg;

/**
 * nDCG of scores against the relevance of {@link RankerRows}, for early stopping and training
 * reports; both rankers are judged by this one so that their curves compare. The final judgement is
 * made elsewhere, on lists.
 *
 * <p>See {@link Ndcg#scored}. Requests without any relevant video say nothing and are left out.
 * <i>Stateless.</i>
 */
final class RankingQuality {

  private RankingQuality() {}

  /** Mean nDCG@{@code k} over the groups that have a relevant row, NaN when none has. */
  static double ndcg(RankerRows rows, float[] scores, int k) {
    double sum = 0;
    int counted = 0;
    for (int g = 0; g < rows.groups(); g++) {
      int start = rows.start(g);
      int[] grades = new int[rows.end(g) - start];
      Arrays.setAll(grades, i -> rows.relevance(start + i));
      double ndcg = Ndcg.scored(Arrays.copyOfRange(scores, start, rows.end(g)), grades, k);
      if (!Double.isNaN(ndcg)) {
        sum += ndcg;
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }
}
