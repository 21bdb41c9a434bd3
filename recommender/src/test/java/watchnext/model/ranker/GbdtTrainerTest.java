package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.settings.Settings;

class GbdtTrainerTest {

  private static final GbdtConfig SMALL =
      Settings.with(GbdtConfig.defaults(1), "trees=40", "threads=1");

  private final RankerRows train = PlantedRows.of(300, 1);
  private final RankerRows validation = PlantedRows.of(100, 2);

  @Test
  @Tag("quality")
  void treesFindThePlantedRule() {
    TreeEnsemble trees =
        GbdtTrainer.train(train, Optional.of(validation), SMALL, text -> {}).model();
    float[] scores = new float[validation.size()];
    trees.score(validation.features(), validation.size(), scores);
    float[] anyOrder = PlantedRows.noise(validation.size(), 1, 9).data();
    double constant = RankingQuality.ndcg(validation, new float[validation.size()], 10);
    double random = RankingQuality.ndcg(validation, anyOrder, 10);
    double learnt = RankingQuality.ndcg(validation, scores, 10);
    assertThat(constant).isLessThan(random);
    assertThat(random).isBetween(0.2, 0.5);
    assertThat(learnt).isGreaterThan(random + 0.4);
  }

  @Test
  void exportedTreesEqualTheNativeOnes() {
    try (NativeBooster booster = new NativeBooster(train, Optional.empty(), SMALL)) {
      for (int tree = 0; tree < 40; tree++) {
        booster.grow();
      }
      TreeEnsemble trees =
          new TreeDump(booster.dump(), train.width())
              .ensemble(NativeBooster.BASE_SCORE, train.featureNames());
      // Odd count: the rows after the last four take a way of their own.
      Matrix rows = PlantedRows.noise(203, train.width(), 3);
      assertEqual(booster, trees, rows);
      // Values of the training rows lie nearest to the thresholds.
      assertEqual(booster, trees, train.features());
      for (int i = 0; i < rows.data().length; i += 5) {
        rows.data()[i] = Float.NaN;
      }
      assertEqual(booster, trees, rows);
    }
  }

  private static void assertEqual(NativeBooster booster, TreeEnsemble trees, Matrix rows) {
    float[] expected = booster.scores(rows.data(), rows.rows(), rows.columns());
    float[] actual = new float[rows.rows()];
    trees.score(rows, rows.rows(), actual);
    assertThat(actual).containsExactly(expected, within(1e-6f));
  }

  @Test
  void growingStopsWhenValidationNoLongerImproves() {
    GbdtConfig patient = new GbdtConfig(400, 6, 0.5, 1, 0.8, 0.8, 1, 8, 5, 1, 1);
    GbdtReport report =
        GbdtTrainer.train(train, Optional.of(validation), patient, text -> {}).report();
    List<Double> curve = report.validationNdcg();
    assertThat(curve.size()).isEqualTo(report.treesKept() + 5).isLessThan(400);
    double best = lastTen(curve, report.treesKept());
    for (int trees = 10; trees <= curve.size(); trees++) {
      assertThat(lastTen(curve, trees)).isLessThanOrEqualTo(best);
    }
  }

  /** Mean of the ten values up to {@code trees}: what growing is stopped by. */
  private static double lastTen(List<Double> curve, int trees) {
    return curve.subList(trees - 10, trees).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Test
  void theKeptTreesScoreWhatTheCurveSays() {
    GbdtTrainer.Trained trained =
        GbdtTrainer.train(train, Optional.of(validation), SMALL, text -> {});
    float[] scores = new float[validation.size()];
    trained.model().score(validation.features(), validation.size(), scores);
    assertThat(trained.model().trees()).isEqualTo(trained.report().treesKept());
    assertThat(RankingQuality.ndcg(validation, scores, 10))
        .isCloseTo(
            trained.report().validationNdcg().get(trained.report().treesKept() - 1), within(1e-9));
  }

  @Test
  void withoutValidationAllTreesAreKept() {
    List<String> told = new ArrayList<>();
    GbdtTrainer.Trained trained =
        GbdtTrainer.train(train, Optional.empty(), Settings.with(SMALL, "trees=20"), told::add);
    assertThat(trained.model().trees()).isEqualTo(20);
    assertThat(trained.report().validationNdcg()).isEmpty();
    assertThat(told).containsExactly("tree 10 of 20", "tree 20 of 20");
  }

  @Test
  void validationWithoutAnythingRelevantIsNotAsked() {
    RankerRows nothing =
        new RankerRowsBuilder(PlantedRows.names(PlantedRows.WIDTH))
            .add(new float[PlantedRows.WIDTH], 0, 0, 0)
            .build();
    GbdtTrainer.Trained trained =
        GbdtTrainer.train(train, Optional.of(nothing), Settings.with(SMALL, "trees=5"), text -> {});
    assertThat(trained.model().trees()).isEqualTo(5);
  }

  @Test
  void importanceNamesTheFeaturesOfTheRule() {
    List<GbdtReport.Importance> importances =
        GbdtTrainer.train(train, Optional.empty(), SMALL, text -> {}).report().importances();
    assertThat(importances.subList(0, 3))
        .extracting(GbdtReport.Importance::feature)
        .containsExactlyInAnyOrder("f0", "f1", "f2");
    assertThat(importances.stream().mapToDouble(GbdtReport.Importance::gainShare).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
    GbdtConfig twoThreads = Settings.with(SMALL, "threads=2");
    assertThat(leaves(SMALL)).isEqualTo(leaves(SMALL)).isEqualTo(leaves(twoThreads));
    assertThat(leaves(SMALL)).isNotEqualTo(leaves(Settings.with(SMALL, "seed=2")));
  }

  private float[] leaves(GbdtConfig config) {
    return GbdtTrainer.train(train, Optional.empty(), config, text -> {})
        .model()
        .toTensors()
        .floats("leaf", -1, -1);
  }

  @Test
  void rowsWithoutABetterAndAWorseVideoCannotBeLearntFrom() {
    RankerRows flat =
        new RankerRowsBuilder(List.of("a"))
            .add(new float[] {1}, 1, 0, 0)
            .endGroup()
            .add(new float[] {2}, 0, 0, 0)
            .build();
    assertThatThrownBy(() -> GbdtTrainer.train(flat, Optional.empty(), SMALL, text -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "training rows must have a request with a better and a worse video, had none in 2"
                + " requests");
  }

  @Test
  void validationMustHaveTheFeaturesOfTraining() {
    RankerRows other = new RankerRowsBuilder(List.of("a")).add(new float[] {1}, 1, 0, 0).build();
    assertThatThrownBy(() -> GbdtTrainer.train(train, Optional.of(other), SMALL, text -> {}))
        .hasMessage("rows must have the features [f0, f1, f2, f3, f4, f5], had [a]");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Settings.with(SMALL, "trees=0"))
        .hasMessage("trees must be at least 1, was 0");
    assertThatThrownBy(() -> new GbdtConfig(1, 13, 0.1, 1, 1, 1, 1, 8, 20, 1, 1))
        .hasMessage("depth must be in [1, 12], was 13");
    assertThatThrownBy(() -> new GbdtConfig(1, 6, 0, 1, 1, 1, 1, 8, 20, 1, 1))
        .hasMessage("learningRate must be in (0, 1], was 0.0");
  }
}
