package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelReportTest {

  @Test
  void ndcgIsTheMeanOverGroupsThatHaveAPositive() {
    // Group 1: the positive is second of three: 0.63093. Group 2: it is first: 1. Group 3: none.
    int[] groups = {1, 1, 1, 2, 2, 3};
    boolean[] labels = {false, true, false, true, false, false};
    float[] scores = {3, 2, 1, 9, 8, 7};
    RankingReport report = RankingReport.of(groups, labels, scores);
    assertThat(report.ndcg10()).isCloseTo((0.63093 + 1) / 2, within(1e-5));
    assertThat(report.rows()).isEqualTo(6);
    assertThat(report.groups()).isEqualTo(3);
    assertThat(report.positiveShare()).isEqualTo(2 / 6.0);
  }

  @Test
  void aConstantScoreGetsWhatRandomOrdersGetOnAverage() {
    // One positive of three, each place as likely: (1 + 0.63093 + 0.5) / 3.
    int[] groups = {1, 1, 1};
    boolean[] labels = {true, false, false};
    RankingReport report = RankingReport.of(groups, labels, new float[3]);
    assertThat(report.ndcg10()).isCloseTo(2.13093 / 3, within(1e-5));
    assertThat(report.auc()).isEqualTo(0.5);
    assertThat(report.gauc()).isEqualTo(0.5);
  }

  @Test
  void aTieAcrossTheTenthPlaceIsSharedToo() {
    // Nine certain places, then a tie of two for the tenth and eleventh: half of 1/log2(11).
    int[] groups = new int[11];
    boolean[] labels = new boolean[11];
    labels[10] = true;
    float[] scores = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0};
    assertThat(RankingReport.of(groups, labels, scores).ndcg10())
        .isCloseTo(0.5 * Math.log(2) / Math.log(11), within(1e-12));
  }

  @Test
  void theLabelsThemselvesAsProbabilitiesArePerfect() {
    int[] groups = {1, 1, 2, 2};
    boolean[] labels = {true, false, false, true};
    LabelReport report = LabelReport.of(groups, labels, new float[] {1, 0, 0, 1});
    assertThat(report.ranking().auc()).isEqualTo(1);
    assertThat(report.ranking().gauc()).isEqualTo(1);
    assertThat(report.ranking().ndcg10()).isEqualTo(1);
    assertThat(report.logLoss()).isZero();
    assertThat(report.calibrationError()).isZero();
    assertThat(report.normalizedEntropy()).isZero();
  }

  /** A log without likes: there is nothing to rank, and nothing to get wrong. */
  @Test
  void withoutAPositiveRowThereIsNoRankingAndNoError() {
    LabelReport report = LabelReport.of(new int[] {1, 1, 2, 2}, new boolean[4], new float[4]);
    assertThat(report.ranking().ndcg10()).isNaN();
    assertThat(report.ranking().positiveShare()).isZero();
    assertThat(report.logLoss()).isZero();
    assertThat(report.calibrationError()).isZero();
  }
}
