package watchnext.measure;

import watchnext.require.Require;

/**
 * Metrics of labelled rows: each row has a label (clicked or not) and a score. AUC and GAUC look at
 * the order alone; the others take the score for a probability.
 *
 * <p>Equal scores are never told apart by the order of the rows: a pair of them counts one half.
 * <i>Immutable.</i>
 */
public final class LabelMetrics {

  /** Probabilities closer than this to 0 or 1 are moved here: one sure mistake must stay finite. */
  static final double SMALLEST_PROBABILITY = 1e-7;

  /** Bins of the calibration error wherever it is reported. */
  public static final int BINS = 20;

  private LabelMetrics() {}

  /**
   * Area under the ROC curve: the probability that a random positive row scores above a random
   * negative one, ties counting one half. With the mean rank of ties it is
   *
   * <pre>
   *   AUC = (Σ ranks of positives − P(P + 1)/2) / (P · N)
   * </pre>
   *
   * <p>1/2 for a constant score; NaN when the rows have one label only, since there is no pair to
   * ask about. Reference: Hanley and McNeil, Radiology 1982 [hanley1982]. Cost: O(n log n).
   *
   * @throws IllegalArgumentException when lengths differ or a score is NaN
   */
  public static double auc(boolean[] labels, float[] scores) {
    requireSameLength(labels.length, scores.length);
    return auc(labels, scores, RowOrders.all(labels.length));
  }

  /** The same of some rows. */
  private static double auc(boolean[] labels, float[] scores, int[] rows) {
    int[] ascending = RowOrders.byScore(scores, rows);
    long positives = 0;
    double rankSum = 0;
    for (int from = 0, to = 0; from < ascending.length; from = to) {
      int inTie = 0;
      while (to < ascending.length && scores[ascending[to]] == scores[ascending[from]]) {
        inTie += labels[ascending[to++]] ? 1 : 0;
      }
      // Ranks from + 1 … to share their mean.
      rankSum += inTie * (from + 1 + to) / 2.0;
      positives += inTie;
    }
    long negatives = ascending.length - positives;
    if (positives == 0 || negatives == 0) {
      return Double.NaN;
    }
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /**
   * Grouped AUC: the mean of the AUC of each group (a user, a request), weighted by its rows.
   * Groups with one label only have no AUC and are left out. Unlike AUC it gives nothing for
   * telling busy users from idle ones. NaN when no group has both labels. Reference: Zhu et al.,
   * Optimized cost per click in Taobao display advertising, KDD 2017 [zhu2017].
   *
   * @param groups any number that tells the groups apart; rows may come in any order
   * @throws IllegalArgumentException when lengths differ or a score is NaN
   */
  public static double gauc(int[] groups, boolean[] labels, float[] scores) {
    requireSameLength(labels.length, scores.length);
    requireSameLength(labels.length, groups.length);
    double sum = 0;
    long weight = 0;
    for (int[] rows : RowOrders.byGroup(groups)) {
      double auc = auc(labels, scores, rows);
      if (!Double.isNaN(auc)) {
        sum += auc * rows.length;
        weight += rows.length;
      }
    }
    return weight == 0 ? Double.NaN : sum / weight;
  }

  /**
   * Logarithmic loss: −mean(y ln p + (1 − y) ln(1 − p)), in nats; 0 when sure and right, ln 2 for p
   * = 1/2 everywhere.
   *
   * @throws IllegalArgumentException when there are no rows, lengths differ or a probability is
   *     outside [0, 1]
   */
  public static double logLoss(boolean[] labels, float[] probabilities) {
    requireProbabilities(labels, probabilities);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double ofLabel = labels[i] ? probabilities[i] : 1.0 - probabilities[i];
      sum -= Math.log(Math.max(ofLabel, SMALLEST_PROBABILITY));
    }
    return sum / labels.length;
  }

  /**
   * Normalised entropy: log loss divided by that of always predicting the share of positives,
   * H(p̄). 1 for that prediction, below 1 for anything better; NaN when all labels are equal, since
   * H is 0 then. Reference: He et al., Practical lessons from predicting clicks on ads at Facebook,
   * ADKDD 2014 [he2014].
   */
  public static double normalizedEntropy(boolean[] labels, float[] probabilities) {
    double share = share(labels);
    double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    return logLoss(labels, probabilities) / entropy;
  }

  /**
   * Expected calibration error: Σ_b (n_b / n) · |ȳ_b − p̄_b| over bins b of equal numbers of rows
   * in ascending order of probability. Bins of equal width would hold nearly all rows in one bin
   * where positives are rare. RowOrders of equal probability stay in one bin, so their order does
   * not matter; a constant prediction makes one bin. References: Naeini, Cooper and Hauskrecht,
   * AAAI 2015 [naeini2015]; Nguyen and O'Connor, EMNLP 2015 [nguyen2015] for equal mass.
   *
   * @param bins how many bins to aim at, at least 1
   * @throws IllegalArgumentException as {@link #logLoss}
   */
  public static double calibrationError(boolean[] labels, float[] probabilities, int bins) {
    requireProbabilities(labels, probabilities);
    Require.atLeast("bins", bins, 1);
    int[] ascending = RowOrders.byScore(probabilities, RowOrders.all(labels.length));
    int n = ascending.length;
    double error = 0;
    for (int bin = 1, from = 0; bin <= bins; bin++) {
      int to = Math.max(from, (int) ((long) n * bin / bins));
      while (to > 0 && to < n && probabilities[ascending[to]] == probabilities[ascending[to - 1]]) {
        to++;
      }
      double gap = 0;
      for (int i = from; i < to; i++) {
        gap += (labels[ascending[i]] ? 1 : 0) - (double) probabilities[ascending[i]];
      }
      // n_b / n times |gap / n_b|: the size of the bin cancels.
      error += Math.abs(gap) / n;
      from = to;
    }
    return error;
  }

  /** The share of positive labels. */
  public static double share(boolean[] labels) {
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    return (double) positives / labels.length;
  }

  static void requireSameLength(int rows, int others) {
    Require.that(
        rows != 0 && rows == others,
        "columns must have one length above 0, had %s and %s",
        rows,
        others);
  }

  private static void requireProbabilities(boolean[] labels, float[] probabilities) {
    requireSameLength(labels.length, probabilities.length);
    for (float p : probabilities) {
      Require.within("a probability", p, 0, 1);
    }
  }
}
