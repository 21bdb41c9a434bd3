package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import watchnext.index.IndexRecall;
import watchnext.math.Matrix;

class GateTest {

  private final Gate gate = new Gate();

  @Test
  void aGateThatAskedNothingIsOpen() {
    assertThat(Gate.failed(gate.checks())).isEmpty();
  }

  @Test
  void finiteNumbersPassAndOthersAreCounted() {
    gate.finite("vectors", new Matrix(1, 2, new float[] {1, -2}));
    assertThat(Gate.failed(gate.checks())).isEmpty();
    gate.finite("factors", new Matrix(1, 3, new float[] {Float.NaN, 1, Float.NEGATIVE_INFINITY}));
    assertThat(Gate.failed(gate.checks())).hasSize(1);
    assertThat(gate.checks())
        .containsExactly(
            new Gate.Check("vectors are finite", "0 are not", true),
            new Gate.Check("factors are finite", "2 are not", false));
  }

  @Test
  void recallMustReachWhatIsAsked() {
    gate.recall(new IndexRecall(100, 50, 0.9, 0.5), 0.9);
    assertThat(Gate.failed(gate.checks())).isEmpty();
    gate.recall(new IndexRecall(100, 50, 0.8999, 0.5), 0.9);
    assertThat(Gate.failed(gate.checks())).hasSize(1);
    assertThat(gate.checks().get(1))
        .isEqualTo(
            new Gate.Check("index recall@100 is at least 0.90", "0.8999 over 50 queries", false));
  }

  @Test
  void theRankerMustReachItsShareOfTheBaseline() {
    gate.atLeast("ndcg", 0.125, 0.5, "popularity", 0.25);
    assertThat(Gate.failed(gate.checks())).isEmpty();
    gate.atLeast("ndcg", 0.1249, 0.5, "popularity", 0.25);
    assertThat(Gate.failed(gate.checks())).hasSize(1);
  }

  @Test
  void aQualityThatIsNoNumberDoesNotPass() {
    gate.atLeast("ndcg", Double.NaN, 0.8, "popularity", 0.1);
    assertThat(Gate.failed(gate.checks())).hasSize(1);
  }

  @Test
  void everyCheckThatDidNotHoldIsNamedInOrder() {
    gate.atLeast("recall", 0.05, 0.8, "popularity", 0.1);
    gate.atLeast("ndcg", 1, 0.8, "popularity", 0.1);
    gate.finite("factors", new Matrix(1, 1, new float[] {Float.NaN}));
    assertThat(Gate.failed(gate.checks()))
        .containsExactly(
            new Gate.Check("recall is at least 0.80 of popularity", "0.0500 against 0.1000", false),
            new Gate.Check("factors are finite", "1 are not", false));
  }
}
