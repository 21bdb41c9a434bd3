package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TwoTowerConfigTest {

  private final TwoTowerConfig config = TwoTowerConfig.defaults();
  private final DescentConfig descent = config.descent();
  private final GuardConfig guards = config.guards();

  private static void refused(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  @Test
  void aBadSettingIsRefusedWithTheRuleAndTheValue() {
    refused(() -> config.withShape(1, 8), "dimension must be at least 2, was 1");
    refused(() -> config.withShape(8, -1), "hiddenUnits must be at least 0, was -1");
    refused(() -> config.withPasses(0, 8), "epochs must be at least 1, was 0");
    refused(() -> config.withPasses(1, 1), "batchSize must be at least 2, was 1");
    refused(
        () -> new DescentConfig(1, 2, 0, 0, 1, 1), "learningRate must be greater than 0, was 0.0");
    refused(
        () -> descent.withTableLearningRate(Double.NaN),
        "tableLearningRate must be greater than 0, was NaN");
    refused(() -> guards.withIdDropout(1), "idDropout must be in [0, 1), was 1.0");
    refused(() -> guards.withHistoryDropout(1.5), "historyDropout must be in [0, 1), was 1.5");
    refused(() -> descent.withThreads(0), "threads must be at least 1, was 0");
    refused(() -> descent.withExamplesPerUser(-1), "examplesPerUser must be at least 0, was -1");
  }

  @Test
  void aBadHistoryIsRefused() {
    refused(() -> new HistoryConfig(0, 1, 1), "history length must be at least 1, was 0");
    refused(() -> new HistoryConfig(1, 0, 1), "history decay must be in (0, 1], was 0.0");
    refused(() -> new HistoryConfig(1, 1, 0), "halfLifeDays must be positive, was 0.0");
  }

  @Test
  void aBadLossIsRefused() {
    SoftmaxConfig softmax = SoftmaxConfig.defaults();
    refused(() -> softmax.withTemperature(0.001), "temperature must be in [0.01, 1], was 0.001");
    refused(() -> softmax.withMixedNegatives(-1), "mixedNegatives must be at least 0, was -1");
  }

  @Test
  void aHistoryWeighsRecentVideosMore() {
    HistoryConfig history = new HistoryConfig(10, 0.5, 1);
    float[] places = history.placeWeights();
    assertThat(places).startsWith(1, 0.5f, 0.25f).hasSize(10);
    assertThat(history.weight(places[1], 0)).isEqualTo(0.5f);
    assertThat(history.weight(places[1], 86_400)).isEqualTo(0.25f); // one half-life
    assertThat(history.weight(places[9], 1L << 50)).isPositive();
    assertThat(HistoryConfig.mean(3).placeWeights()).containsOnly(1);
    assertThat(HistoryConfig.mean(3).weight(1, 1L << 50)).isEqualTo(1);
  }
}
