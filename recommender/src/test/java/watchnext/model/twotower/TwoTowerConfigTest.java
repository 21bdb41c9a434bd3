package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import watchnext.settings.Settings;

class TwoTowerConfigTest {

  private static void refused(String assignment, String rule) {
    assertThatThrownBy(() -> Settings.with(TwoTowerConfig.defaults(), assignment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(rule);
  }

  @Test
  void aBadSettingIsRefusedWithTheRuleAndTheValue() {
    refused("dimension=1", "dimension must be at least 2, was 1");
    refused("hiddenUnits=-1", "hiddenUnits must be at least 0, was -1");
    refused("epochs=0", "epochs must be at least 1, was 0");
    refused("batchSize=1", "batchSize must be at least 2, was 1");
    refused("learningRate=0", "learningRate must be greater than 0, was 0.0");
    refused("tableLearningRate=.nan", "tableLearningRate must be greater than 0, was NaN");
    refused("guards.idDropout=1", "guards.idDropout must be in [0, 1), was 1.0");
    refused("guards.historyDropout=1.5", "guards.historyDropout must be in [0, 1), was 1.5");
    refused("threads=0", "threads must be at least 1, was 0");
    refused("examplesPerUser=-1", "examplesPerUser must be at least 0, was -1");
    refused("history.length=0", "history.length must be at least 1, was 0");
    refused("history.decay=0", "history.decay must be in (0, 1], was 0.0");
    refused("history.halfLifeDays=0", "history.halfLifeDays must be positive, was 0.0");
    refused("softmax.temperature=0.001", "softmax.temperature must be in [0.01, 1], was 0.001");
    refused("softmax.mixedNegatives=-1", "softmax.mixedNegatives must be at least 0, was -1");
  }

  @Test
  void aHistoryWeighsRecentVideosMore() {
    HistoryConfig history = new HistoryConfig(10, 0.5, 1);
    float[] places = history.placeWeights();
    assertThat(places).startsWith(1, 0.5f, 0.25f).hasSize(10);
    assertThat(history.weight(places[1], 0)).isEqualTo(0.5f);
    assertThat(history.weight(places[1], 86_400)).isEqualTo(0.25f); // one half-life
    assertThat(history.weight(places[9], 1L << 50)).isPositive();
    HistoryConfig mean = new HistoryConfig(3, 1, Double.POSITIVE_INFINITY);
    assertThat(mean.placeWeights()).containsOnly(1);
    assertThat(mean.weight(1, 1L << 50)).isEqualTo(1);
  }
}
