package watchnext.evaluation;

import watchnext.measure.LabelMetrics;

/**
 * How good predicted probabilities are on labelled impressions: their order and their size.
 * <i>Immutable.</i>
 *
 * @param ranking how well they order the rows
 * @param logLoss see {@link LabelMetrics#logLoss}
 * @param calibrationError see {@link LabelMetrics#calibrationError}, with {@link LabelMetrics#BINS}
 *     bins
 * @param normalizedEntropy see {@link LabelMetrics#normalizedEntropy}
 */
public record LabelReport(
    RankingReport ranking, double logLoss, double calibrationError, double normalizedEntropy) {

  /**
   * Judges probabilities by labels.
   *
   * @param groups any number that tells users or pages apart; rows may come in any order
   * @param labels whether the row is positive
   * @param probabilities in [0, 1]
   * @throws IllegalArgumentException when lengths differ or a value is not a probability
   */
  public static LabelReport of(int[] groups, boolean[] labels, float[] probabilities) {
    return new LabelReport(
        RankingReport.of(groups, labels, probabilities),
        LabelMetrics.logLoss(labels, probabilities),
        LabelMetrics.calibrationError(labels, probabilities, LabelMetrics.BINS),
        LabelMetrics.normalizedEntropy(labels, probabilities));
  }
}
