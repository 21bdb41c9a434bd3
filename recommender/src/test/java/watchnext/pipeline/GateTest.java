package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.Estimate;
import watchnext.index.IndexRecall;
import watchnext.math.Matrix;
import watchnext.snapshot.GateCheck;

class GateTest {

  private final Gate gate = new Gate();

  @Test
  void aGateThatAskedNothingIsOpen() {
    assertThat(GateCheck.failed(gate.checks())).isEmpty();
  }

  @Test
  void finiteNumbersPassAndOthersAreCounted() {
    gate.finite("vectors", new Matrix(1, 2, new float[] {1, -2}));
    assertThat(GateCheck.failed(gate.checks())).isEmpty();
    gate.finite("factors", new Matrix(1, 3, new float[] {Float.NaN, 1, Float.NEGATIVE_INFINITY}));
    assertThat(GateCheck.failed(gate.checks())).hasSize(1);
    assertThat(gate.checks())
        .containsExactly(
            new GateCheck("vectors are finite", "0 are not", true),
            new GateCheck("factors are finite", "2 are not", false));
  }

  @Test
  void recallMustReachWhatIsAsked() {
    gate.recall(new IndexRecall(100, 50, 0.9, 0.5), 0.9);
    assertThat(GateCheck.failed(gate.checks())).isEmpty();
    gate.recall(new IndexRecall(100, 50, 0.8999, 0.5), 0.9);
    assertThat(GateCheck.failed(gate.checks())).hasSize(1);
    assertThat(gate.checks().get(1))
        .isEqualTo(
            new GateCheck("index recall@100 is at least 0.90", "0.8999 over 50 queries", false));
  }

  @Test
  void thePageMustNotBeBelowABaselineBeyondTheInterval() {
    gate.notBelow(page(-0.01, -0.03, 0.002));
    assertThat(GateCheck.failed(gate.checks())).isEmpty();
    gate.notBelow(page(-0.01, -0.02, -0.001));
    assertThat(GateCheck.failed(gate.checks()))
        .containsExactly(
            new GateCheck(
                "validation ndcg@10 of the page is not below popular beyond the paired interval",
                "gbdt makes the page: -0.0100 [-0.0200, -0.0010]",
                false));
  }

  @Test
  void everyCheckThatDidNotHoldIsNamedInOrder() {
    gate.notBelow(page(-0.2, -0.3, -0.1));
    gate.notBelow(page(0.2, 0.1, 0.3));
    gate.finite("factors", new Matrix(1, 1, new float[] {Float.NaN}));
    assertThat(GateCheck.failed(gate.checks()))
        .extracting(GateCheck::found)
        .containsExactly("gbdt makes the page: -0.2000 [-0.3000, -0.1000]", "1 are not");
  }

  private static Comparison page(double difference, double low, double high) {
    return new Comparison(
        "ndcg@10", "gbdt", "popular", new Estimate(difference, low, high), Double.NaN);
  }
}
