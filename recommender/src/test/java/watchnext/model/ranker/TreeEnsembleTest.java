package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.tensor.Tensors;

class TreeEnsembleTest {

  /** f1 below 0.5 leads to a split of f0 at 2, whose missing values go right; else a leaf of 30. */
  private static final String UNEVEN_TREE =
      """
      {"nodeid":0,"depth":0,"split":"f1","split_condition":0.5,"yes":1,"no":2,"missing":1,
       "gain":3.0,"cover":9.0,"children":[
         {"nodeid":2,"leaf":30,"cover":4.0},
         {"nodeid":1,"depth":1,"split":"f0","split_condition":2,"yes":3,"no":4,"missing":4,
          "gain":1.0,"cover":5.0,"children":[
            {"nodeid":3,"leaf":10,"cover":2.0},{"nodeid":4,"leaf":20,"cover":3.0}]}]}
      """;

  private static final String SINGLE_LEAF = "{\"nodeid\":0,\"leaf\":0.25,\"cover\":9.0}";

  private final TreeEnsemble trees =
      new TreeDump(List.of(UNEVEN_TREE, SINGLE_LEAF), 2).ensemble(100, List.of("a", "b"));

  @Test
  void aRowGetsTheBaseScoreAndOneLeafOfEachTree() {
    assertThat(scoreOf(1, 0)).isEqualTo(110.25f);
    assertThat(scoreOf(3, 0)).isEqualTo(120.25f);
    assertThat(scoreOf(3, 1)).isEqualTo(130.25f);
  }

  @Test
  void aValueEqualToTheThresholdGoesRight() {
    assertThat(scoreOf(2, 0)).isEqualTo(120.25f);
    assertThat(scoreOf(Math.nextDown(2f), 0)).isEqualTo(110.25f);
    assertThat(scoreOf(0, 0.5f)).isEqualTo(130.25f);
  }

  @Test
  void aMissingValueTakesTheDefaultDirectionOfItsNode() {
    assertThat(scoreOf(1, Float.NaN)).isEqualTo(110.25f);
    assertThat(scoreOf(Float.NaN, 0)).isEqualTo(120.25f);
    assertThat(scoreOf(Float.NaN, Float.NaN)).isEqualTo(120.25f);
  }

  @Test
  void infinitiesAreOrderedLikeOtherValues() {
    assertThat(scoreOf(Float.POSITIVE_INFINITY, 0)).isEqualTo(120.25f);
    assertThat(scoreOf(0, Float.NEGATIVE_INFINITY)).isEqualTo(110.25f);
  }

  @Test
  void gainsAreSummedByFeature() {
    assertThat(new TreeDump(List.of(UNEVEN_TREE, UNEVEN_TREE), 2).gains()).containsExactly(2, 6);
  }

  @Test
  void arraysBringTheSameTreesBack() {
    TreeEnsemble copy = TreeEnsemble.fromTensors(trees.toTensors());
    Matrix rows = PlantedRows.noise(50, 2, 3);
    float[] expected = new float[50];
    float[] actual = new float[50];
    trees.score(rows, 50, expected);
    copy.score(rows, 50, actual);
    assertThat(actual).isEqualTo(expected);
    assertThat(copy.featureNames()).containsExactly("a", "b");
    assertThat(copy.trees()).isEqualTo(2);
  }

  @Test
  void rowsOfAnotherWidthAreRefused() {
    assertThatThrownBy(() -> trees.score(new Matrix(4, 3), 4, new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows must have 2 features and scores room for them, were 4 x 3 for 4 scores");
  }

  @Test
  void damagedArraysAreRefused() {
    Tensors good = trees.toTensors();
    int[] features = good.ints("feature", -1, -1).clone();
    features[1] = 7;
    float[] thresholds = good.floats("threshold", -1, -1);
    int[] nanRight = good.ints("nanRight", -1, -1);
    float[] leaves = good.floats("leaf", -1, -1).clone();
    List<String> names = List.of("a", "b");
    assertThatThrownBy(() -> new TreeEnsemble(2, 0, names, features, thresholds, nanRight, leaves))
        .hasMessage("a tree's feature must be in [0, 2), was 7");
    assertThatThrownBy(() -> new TreeEnsemble(3, 0, names, features, thresholds, nanRight, leaves))
        .hasMessage(
            "trees of depth 3 must have one node less than leaves, had [6, 6, 6] nodes and 8"
                + " leaves");
    features[1] = 0;
    leaves[5] = Float.NaN;
    assertThatThrownBy(() -> new TreeEnsemble(2, 0, names, features, thresholds, nanRight, leaves))
        .hasMessage("a tree's leaf must be finite, was NaN");
  }

  private float scoreOf(float a, float b) {
    float[] scores = new float[1];
    trees.score(new Matrix(1, 2, new float[] {a, b}), 1, scores);
    return scores[0];
  }
}
