package watchnext.benchmarks.paper;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchnext.evaluation.MetricAt;
import watchnext.measure.Hits;

/**
 * The protocol of He et al.: one item that the user met among 99 that were drawn, as their program
 * does it. An item that comes twice is ranked once; the positive stands behind the negatives, so
 * among equal scores it comes last, unless it was drawn as a negative too and keeps that place.
 *
 * <p>Sampled metrics are kept here for the sake of the published table only; they can order two
 * models the wrong way round (Krichene and Rendle, KDD 2020 [krichene2020]). <i>Immutable.</i>
 *
 * @param questions all questions
 * @param users number of users
 * @param items number of items
 */
record OneOfHundred(List<NcfFiles.Question> questions, int users, int items) {

  /** The means of {@code metrics}, by label. */
  Map<String, Double> judge(Scorer scorer, List<MetricAt> metrics) {
    double[] sums = new double[metrics.size()];
    float[] scores = new float[items];
    for (NcfFiles.Question question : questions) {
      scorer.score(question.user(), question.user() + 1, scores);
      Hits hits = Hits.atRanks(1, rank(question, scores));
      for (int m = 0; m < sums.length; m++) {
        sums[m] += metrics.get(m).of(hits);
      }
    }
    Map<String, Double> means = new LinkedHashMap<>();
    for (int m = 0; m < sums.length; m++) {
      means.put(metrics.get(m).label(), sums[m] / questions.size());
    }
    return means;
  }

  /** Rank of the positive, from 1. */
  static int rank(NcfFiles.Question question, float[] scores) {
    int positive = question.positive();
    Set<Integer> met = new HashSet<>();
    int rank = 1;
    boolean isBefore = true;
    for (int item : question.negatives()) {
      if (!met.add(item)) {
        continue;
      }
      if (item == positive) {
        isBefore = false;
      } else if (scores[item] > scores[positive]
          || (scores[item] == scores[positive] && isBefore)) {
        rank++;
      }
    }
    return rank;
  }
}
