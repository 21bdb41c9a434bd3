package watchnext.evaluation;

/**
 * How well scores order the labelled rows of each group, such as the impressions of one page or one
 * user. Scores need not be probabilities. <i>Immutable.</i>
 *
 * @param rows number of rows
 * @param groups number of groups
 * @param positiveShare share of positive rows
 * @param auc see {@link LabelMetrics#auc}
 * @param gauc see {@link LabelMetrics#gauc}
 * @param ndcg10 mean nDCG@10 over the groups with at least one positive row, NaN without one; rows
 *     of equal score share the mean gain of their places, which is what random orders would give on
 *     average (McSherry and Najork, ECIR 2008 [mcsherry2008])
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
    for (int[] rows : Rows.byGroup(groups)) {
      all++;
      int positives = 0;
      for (int row : rows) {
        positives += labels[row] ? 1 : 0;
      }
      if (positives > 0) {
        sum += dcg(labels, scores, rows) / Ndcg.ideal(positives, CUT_OFF);
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

  private static double dcg(boolean[] labels, float[] scores, int[] rows) {
    int[] ascending = Rows.byScore(scores, rows);
    int n = ascending.length;
    double sum = 0;
    for (int from = 0, to = 0; from < Math.min(n, CUT_OFF); from = to) {
      int positives = 0;
      double discounts = 0;
      // Place p, from 0 for the best, is at n − 1 − p of the ascending order.
      while (to < n && scores[ascending[n - 1 - to]] == scores[ascending[n - 1 - from]]) {
        positives += labels[ascending[n - 1 - to]] ? 1 : 0;
        discounts += to < CUT_OFF ? Ndcg.discount(to + 1) : 0;
        to++;
      }
      sum += discounts * positives / (to - from);
    }
    return sum;
  }
}
