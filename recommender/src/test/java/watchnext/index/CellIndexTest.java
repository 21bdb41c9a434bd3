package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.settings.Settings;

class CellIndexTest implements FrozenIndexContract {

  @Override
  public FrozenIndex indexOver(Matrix unitVectors) {
    return built(unitVectors, Settings.with(CellConfig.forSize(unitVectors.rows()), "ef=12"));
  }

  private static CellIndex built(Matrix vectors, CellConfig config) {
    return CellIndex.build(vectors, config, BuildListener.SILENT, new SplittableRandom(7));
  }

  @Test
  void scanningAllCellsIsExact() {
    Matrix vectors = IndexFixtures.clustered(2_000, 40, 20, new SplittableRandom(1));
    Matrix queries = IndexFixtures.gaussian(60, 40, new SplittableRandom(2));
    CellIndex index = built(vectors, new CellConfig(70, 5, 40, 1));
    for (int k : new int[] {1, 10, 500}) {
      IndexRecall recall = IndexRecall.measure(index, new ExactIndex(vectors), queries, k);
      assertThat(recall.mean()).as(recall.toString()).isGreaterThan(0.9999);
    }
  }

  @Test
  void moreEffortFindsMore() {
    Matrix vectors = IndexFixtures.clustered(4_000, 16, 300, new SplittableRandom(1));
    Matrix queries = IndexFixtures.gaussian(60, 16, new SplittableRandom(2));
    CellIndex index = built(vectors, new CellConfig(100, 5, 1, 1));
    Neighbours[] truth = new ExactIndex(vectors).searchAll(queries, 20);
    double[] recall = new double[3];
    for (int q = 0; q < truth.length; q++) {
      for (int i = 0; i < 3; i++) {
        int ef = new int[] {2, 15, 60}[i];
        recall[i] += IndexRecall.recall(index.search(queries.row(q), 20, ef), truth[q]) / 60;
      }
    }
    assertThat(recall[0]).isLessThan(0.8);
    assertThat(recall[1]).isBetween(recall[0], 1.0);
    assertThat(recall[2]).isGreaterThan(0.97);
  }

  @Test
  void theSameSeedGivesTheSameCellsWhateverTheThreads() {
    Matrix vectors = IndexFixtures.clustered(9_000, 8, 20, new SplittableRandom(1));
    CellConfig config = new CellConfig(50, 4, 10, 1);
    CellIndex one = built(vectors, config);
    CellIndex two = built(vectors, Settings.with(config, "threads=2"));
    assertThat(two.toTensors().ints("ordinals", -1))
        .isEqualTo(one.toTensors().ints("ordinals", -1));
    assertThat(two.toTensors().matrix("centroids").data())
        .isEqualTo(one.toTensors().matrix("centroids").data());
  }

  @Test
  void theMemoryIsWhatTheFormulaSays() {
    Matrix vectors = IndexFixtures.clustered(9_000, 32, 20, new SplittableRandom(1));
    CellConfig config = new CellConfig(60, 4, 10, 1);
    // 5d + 4 a vector; 5d for the centroid, half a block of 32 × d and 8 bytes a cell
    double formula = 9_000 * (160 + 4) + 60 * (160 + 512 + 8);
    assertThat(CellIndex.expectedBytes(9_000, 32, config)).isEqualTo(formula);
    assertThat(built(vectors, config).bytes() / formula).isBetween(0.98, 1.02);
  }

  @Test
  void codesDoNotOverflowForTheWorstOfVectors() {
    // One axis each: the largest values a unit vector can have.
    Matrix axes = new Matrix(64, 64);
    for (int i = 0; i < 64; i++) {
      axes.set(i, i, i % 2 == 0 ? 1 : -1);
    }
    CellIndex index = built(axes, new CellConfig(4, 2, 10, 1));
    for (int i = 0; i < 64; i++) {
      Neighbours found = index.search(axes.row(i), 1);
      assertThat(found.ordinals()).containsExactly(i);
      assertThat(found.scores()).containsExactly(1f);
    }
  }

  @Test
  void fewerVectorsThanCellsAreRefused() {
    assertThatThrownBy(() -> built(IndexFixtures.circle(3), new CellConfig(4, 1, 1, 1)))
        .hasMessage("there must be at least as many vectors as cells, 4, were 3");
    assertThatThrownBy(() -> new CellConfig(0, 1, 1, 1)).hasMessageContaining("were 0, 1, 1 and 1");
  }
}
