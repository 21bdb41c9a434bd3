package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.settings.Settings;

class HnswIndexTest implements VectorIndexContract {

  private static final HnswConfig CONFIG = new HnswConfig(12, 100, 100, 1);

  @Override
  public VectorIndex indexOver(Matrix unitVectors) {
    return HnswIndex.build(unitVectors, 0, CONFIG, BuildListener.SILENT);
  }

  @Test
  void twoThreadsBuildAGraphAsGood() {
    Matrix vectors = IndexFixtures.clustered(2_000, 16, 20, new SplittableRandom(3));
    Matrix queries = IndexFixtures.clustered(50, 16, 20, new SplittableRandom(4));
    HnswIndex index =
        HnswIndex.build(vectors, 0, Settings.with(CONFIG, "threads=2"), BuildListener.SILENT);
    IndexRecall recall = IndexRecall.measure(index, new ExactIndex(vectors), queries, 10);
    assertThat(recall.mean()).as(recall.toString()).isGreaterThan(0.95);
  }

  @Test
  void aWiderBeamFindsMore() {
    Matrix vectors = IndexFixtures.gaussian(3_000, 32, new SplittableRandom(3));
    Matrix unit = watchnext.math.UnitVectors.normalised(vectors);
    Matrix queries = IndexFixtures.gaussian(50, 32, new SplittableRandom(4));
    HnswIndex index = HnswIndex.build(unit, 0, new HnswConfig(6, 30, 10, 1), BuildListener.SILENT);
    Neighbours[] truth = new ExactIndex(unit).searchAll(queries, 10);
    double narrow = 0;
    double wide = 0;
    for (int q = 0; q < truth.length; q++) {
      narrow += IndexRecall.recall(index.search(queries.row(q), 10, 10), truth[q]) / truth.length;
      wide += IndexRecall.recall(index.search(queries.row(q), 10, 300), truth[q]) / truth.length;
    }
    assertThat(narrow).isLessThan(0.8);
    assertThat(wide).isGreaterThan(0.97);
  }

  @Test
  void whatIsAddedIsFoundAtOnceAndNormalised() {
    Matrix vectors = IndexFixtures.circle(50);
    HnswIndex index = HnswIndex.build(vectors, 2, CONFIG, BuildListener.SILENT);
    int ordinal = index.add(new float[] {5, 0.1f});
    assertThat(ordinal).isEqualTo(50);
    Neighbours found = index.search(new float[] {50, 1}, 1);
    assertThat(found.ordinals()).containsExactly(50);
    index.add(new float[] {0, 3});
    assertThat(index.size()).isEqualTo(52);
    assertThatThrownBy(() -> index.add(new float[] {0, 3}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the index has room for 52 vectors");
  }

  @Test
  void aRefusedVectorTakesNoOrdinal() {
    HnswIndex index = HnswIndex.empty(2, 2, CONFIG);
    assertThatThrownBy(() -> index.add(new float[] {0, 0})).hasMessageContaining("vector 0");
    assertThatThrownBy(() -> index.add(new float[] {1, Float.NaN})).hasMessageContaining("NaN");
    assertThatThrownBy(() -> index.add(new float[] {1})).hasMessageContaining("had 1");
    assertThat(index.search(new float[] {1, 0}, 3).size()).isZero();
    assertThat(index.add(new float[] {1, 1})).isZero();
  }

  @Test
  void additionsAndSearchesRunTogether() {
    Matrix vectors = IndexFixtures.clustered(1_000, 8, 10, new SplittableRandom(8));
    HnswIndex index = HnswIndex.empty(8, 1_000, CONFIG);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int r = 0; r < vectors.rows(); r++) {
                index.add(vectors.row(r));
              }
            });
    while (!writer.isDone()) {
      Neighbours found = index.search(vectors.row(0), 10);
      assertThat(found.ordinals()).doesNotHaveDuplicates();
    }
    writer.join();
    int foundItself = 0;
    for (int r = 0; r < vectors.rows(); r++) {
      foundItself += index.search(vectors.row(r), 1).ordinals()[0] == r ? 1 : 0;
    }
    assertThat(foundItself).isGreaterThan(990);
  }

  @Test
  void theListenerHearsTheEnd() {
    List<String> heard = new ArrayList<>();
    HnswIndex.build(
        IndexFixtures.circle(300),
        0,
        CONFIG,
        (done, total) -> {
          synchronized (heard) {
            heard.add(done + "/" + total);
          }
        });
    assertThat(heard).contains("300/300");
    assertThat(heard.size()).isBetween(50, 310);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new HnswConfig(1, 1, 1, 1)).hasMessage("m must be at least 2, was 1");
    assertThatThrownBy(() -> new HnswConfig(2, 1, 0, 1)).hasMessageContaining("1, 0 and 1");
  }
}
