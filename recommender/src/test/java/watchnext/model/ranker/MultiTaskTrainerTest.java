package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.settings.Settings;

class MultiTaskTrainerTest {

  private static final NeuralConfig SMALL =
      new NeuralConfig(List.of(24, 12), 15, 128, 1e-2, 1e-5, 3, 1);
  private static final NeuralConfig LOGISTIC = new NeuralConfig(List.of(), 8, 128, 2e-2, 0, 3, 1);

  private static final double[] VALUES = {0.2, 1, 1.5};
  private static final RankerRows TRAIN = PlantedRows.of(300, 1);
  private static final RankerRows VALIDATION = PlantedRows.of(100, 2);

  /** Trained once for all tests that only look at it. */
  private static final MultiTaskTrainer.Trained TRAINED = train(SMALL);

  @Test
  @Tag("quality")
  void theNetworkFindsTheInteractionThatALogisticRegressionCannot() {
    // The rule's own AUC, before its noise, bounds what can be reached; a linear model sees f0
    // only.
    float[] truth = new float[VALIDATION.size()];
    for (int row = 0; row < truth.length; row++) {
      truth[row] = (float) PlantedRows.goodness(VALIDATION.features().row(row));
    }
    double bound = PlantedRows.auc(truth, VALIDATION, Action.LONG_WATCH);
    double network = auc(TRAINED, Action.LONG_WATCH);
    double logistic = auc(train(LOGISTIC), Action.LONG_WATCH);
    assertThat(bound).isBetween(0.96, 1.0);
    assertThat(network).isBetween(0.93, bound);
    assertThat(logistic).isBetween(0.72, 0.9);
  }

  @Test
  @Tag("quality")
  void probabilitiesAreHonest() {
    List<NeuralReport.Calibration> calibration = TRAINED.report().calibration();
    assertThat(calibration)
        .extracting(NeuralReport.Calibration::action)
        .containsExactly(Action.values());
    assertThat(calibration).allMatch(each -> each.expectedCalibrationError() < 0.04);
    assertThat(calibration).allMatch(each -> each.labels() == VALIDATION.size());
    assertThat(calibration.get(0).baseRate()).isBetween(0.2, 0.3);
  }

  @Test
  void theBestPassIsKept() {
    MultiTaskTrainer.Trained trained = TRAINED;
    List<NeuralReport.Epoch> epochs = trained.report().epochs();
    double best = epochs.get(trained.report().epochKept()).validationNdcg();
    assertThat(epochs).allMatch(epoch -> epoch.validationNdcg() <= best);
    assertThat(RankingQuality.ndcg(VALIDATION, values(predictions(trained)), 10)).isEqualTo(best);
    assertThat(epochs.size()).isLessThanOrEqualTo(trained.report().epochKept() + 4);
  }

  @Test
  void anActionWithoutLabelsIsNotLearntAndDoesNotDisturbTheOthers() {
    RankerRows unlabelled = PlantedRows.without(Action.LIKE, TRAIN);
    MultiTaskTrainer.Trained trained =
        MultiTaskTrainer.train(
            unlabelled,
            Optional.of(PlantedRows.without(Action.LIKE, VALIDATION)),
            VALUES,
            SMALL,
            text -> {});
    float[] predictions = predictions(trained);
    for (int row = 0; row < VALIDATION.size(); row++) {
      assertThat(predictions[row * Action.COUNT + Action.LIKE.column()]).isEqualTo(0.5f);
    }
    assertThat(auc(trained, Action.LONG_WATCH)).isGreaterThan(0.93);
    assertThat(trained.report().calibration()).hasSize(2);
  }

  @Test
  void withoutValidationTheLastPassIsKept() {
    List<String> told = new ArrayList<>();
    MultiTaskTrainer.Trained trained =
        MultiTaskTrainer.train(
            TRAIN, Optional.empty(), VALUES, Settings.with(SMALL, "epochs=2"), told::add);
    assertThat(trained.report().epochKept()).isEqualTo(1);
    assertThat(trained.report().calibration()).isEmpty();
    assertThat(told)
        .hasSize(2)
        .first()
        .asString()
        .matches("pass 1 of at most 2, loss \\d\\.\\d{4}");
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(weights(SMALL)).isEqualTo(weights(SMALL));
    assertThat(weights(SMALL)).isNotEqualTo(weights(Settings.with(SMALL, "seed=2")));
  }

  private float[] weights(NeuralConfig config) {
    return MultiTaskTrainer.train(
            TRAIN, Optional.empty(), VALUES, Settings.with(config, "epochs=2"), text -> {})
        .model()
        .layers()
        .get(1)
        .weights()
        .data();
  }

  @Test
  void aRareActionStartsAtItsBaseRate() {
    NeuralConfig still = new NeuralConfig(List.of(), 1, 4500, 1e-9, 0, 1, 1);
    RankerRows flat = constantFeatures();
    float[] out = new float[Action.COUNT];
    MultiTaskTrainer.train(flat, Optional.empty(), VALUES, still, text -> {})
        .model()
        .predict(flat.features(), 1, out);
    assertThat(out).containsExactly(new float[] {0.5f, 0.25f, 0.01f}, within(1e-4f));
  }

  /** 100 rows that all look alike: half clicked, a quarter watched well, one liked. */
  private static RankerRows constantFeatures() {
    RankerRowsBuilder builder = new RankerRowsBuilder(List.of("a"));
    for (int i = 0; i < 100; i++) {
      builder.add(new float[] {1}, i % 2, i % 4 == 0 ? 1 : 0, i == 0 ? 1 : 0);
    }
    return builder.build();
  }

  @Test
  void rowsWithoutAnyKnownLabelCannotBeLearntFrom() {
    RankerRows unknown =
        new RankerRowsBuilder(List.of("a"))
            .add(new float[] {1}, Float.NaN, Float.NaN, Float.NaN)
            .build();
    assertThatThrownBy(
            () -> MultiTaskTrainer.train(unknown, Optional.empty(), VALUES, SMALL, text -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("training rows must have a known label, had none in 1 rows");
  }

  @Test
  void everyActionMustHaveAValue() {
    double[] two = {1, 1};
    assertThatThrownBy(
            () -> MultiTaskTrainer.train(TRAIN, Optional.empty(), two, SMALL, text -> {}))
        .hasMessage("there must be one value an action, 3, were 2");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Settings.with(SMALL, "epochs=0"))
        .hasMessage("epochs must be at least 1, was 0");
    assertThatThrownBy(() -> new NeuralConfig(List.of(8, 0), 1, 1, 1, 0, 1, 1))
        .hasMessage("hiddenUnits must be at least 1, was 0");
    assertThatThrownBy(() -> new NeuralConfig(List.of(), 1, 1, Double.NaN, 0, 1, 1))
        .hasMessage("learningRate must be greater than 0, was NaN");
  }

  private static MultiTaskTrainer.Trained train(NeuralConfig config) {
    return MultiTaskTrainer.train(TRAIN, Optional.of(VALIDATION), VALUES, config, text -> {});
  }

  private static float[] values(float[] predictions) {
    float[] values = new float[predictions.length / Action.COUNT];
    for (int row = 0; row < values.length; row++) {
      double sum = 0;
      for (int a = 0; a < Action.COUNT; a++) {
        sum += VALUES[a] * predictions[row * Action.COUNT + a];
      }
      values[row] = (float) sum;
    }
    return values;
  }

  private float[] predictions(MultiTaskTrainer.Trained trained) {
    float[] predictions = new float[VALIDATION.size() * Action.COUNT];
    trained.model().predict(VALIDATION.features(), VALIDATION.size(), predictions);
    return predictions;
  }

  private double auc(MultiTaskTrainer.Trained trained, Action action) {
    float[] all = predictions(trained);
    float[] scores = new float[VALIDATION.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = all[row * Action.COUNT + action.column()];
    }
    return PlantedRows.auc(scores, VALIDATION, action);
  }
}
