package watchnext.evaluation;

import watchnext.measure.LabelMetrics;
import watchnext.measure.Ndcg;
import watchnext.measure.RowOrders;

/**
 * How well scores order the labelled rows of each group, such as the impressions of one page or one
 * user. Scores need not be probabilities. <i>Immutable.</i>
 *
 * @param rows number of rows
 * @param groups number of groups
 * @param positiveShare share of positive rows
 * @param auc see {@link LabelMetrics#auc}
 * @param gauc see {@link LabelMetrics#gauc}
 * @param ndcg10 mean nDCG@10 over the groups with at least one positive row, NaN without one, see
 *     {@link Ndcg#scored}
 */
public record RankingReport(
    int rows, int groups, double positiveShare, double auc, double gauc, double ndcg10) {

  private static final int CUT_OFF = 10;

  /**
   * Judges scores by labels.
   *
   * @param groups any number that tells the groups apart; rows may come in any order
   * @param labels whether the row is positive
   * @param scores larger is better
   * @throws IllegalArgumentException when lengths differ or a score is NaN
   */
  public static RankingReport of(int[] groups, boolean[] labels, float[] scores) {
    double gauc = LabelMetrics.gauc(groups, labels, scores);
    double sum = 0;
    int withPositives = 0;
    int all = 0;
    for (int[] rows : RowOrders.byGroup(groups)) {
      all++;
      float[] scored = new float[rows.length];
      int[] grades = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        scored[i] = scores[rows[i]];
        grades[i] = labels[rows[i]] ? 1 : 0;
      }
      double ndcg = Ndcg.scored(scored, grades, CUT_OFF);
      if (!Double.isNaN(ndcg)) {
        sum += ndcg;
        withPositives++;
      }
    }
    return new RankingReport(
        labels.length,
        all,
        LabelMetrics.share(labels),
        LabelMetrics.auc(labels, scores),
        gauc,
        sum / withPositives);
  }
}
