package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

/** A live part that is searched over its graph, however small it is. */
class LiveGraphTest implements VectorIndexContract {

  private static final HnswConfig CONFIG = new HnswConfig(12, 100, 100, 1);

  /** The last third is added live. */
  @Override
  public VectorIndex indexOver(Matrix unitVectors) {
    int rows = unitVectors.rows();
    return live(unitVectors, rows - rows / 3, 0).asItStands();
  }

  private static LiveIndex live(Matrix vectors, int still, int mostScanned) {
    int d = vectors.columns();
    Matrix first = new Matrix(still, d, Arrays.copyOf(vectors.data(), still * d));
    LiveIndex index =
        new LiveIndex(
            new ExactIndex(first), Math.max(1, vectors.rows() - still), CONFIG, mostScanned);
    for (int r = still; r < vectors.rows(); r++) {
      index.add(vectors.row(r));
    }
    return index;
  }

  @Test
  void anIndexAsItStoodDoesNotSeeWhatCameLater() {
    for (int mostScanned : new int[] {0, 100}) {
      LiveIndex index =
          new LiveIndex(new ExactIndex(IndexFixtures.circle(8)), 50, CONFIG, mostScanned);
      float[] query = {(float) Math.cos(0.1), (float) Math.sin(0.1)};
      index.add(query);
      VectorIndex then = index.asItStands();
      for (int i = 0; i < 20; i++) {
        index.add(query);
      }
      assertThat(then.size()).isEqualTo(9);
      assertThat(index.size()).isEqualTo(29);
      assertThat(then.search(query, 3).ordinals()).containsExactly(8, 0, 1);
      assertThat(then.search(query, 3, ordinal -> ordinal != 0).ordinals())
          .containsExactly(8, 1, 7);
      assertThat(index.search(query, 3).ordinals()).containsExactly(8, 9, 10);
    }
  }

  @Test
  void whenTheRoomIsUsedUpNothingMoreIsAdded() {
    LiveIndex index = new LiveIndex(new ExactIndex(IndexFixtures.circle(4)), 2, CONFIG);
    index.add(new float[] {1, 0});
    assertThat(index.vector(index.add(new float[] {0, 3}))).containsExactly(0, 1);
    assertThatThrownBy(() -> index.add(new float[] {1, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is room for 2 vectors until the next rebuild");
    assertThat(index.size()).isEqualTo(6);
  }

  @Test
  void aRefusedVectorLeavesNoTrace() {
    LiveIndex index = new LiveIndex(new ExactIndex(IndexFixtures.circle(4)), 2, CONFIG);
    assertThatThrownBy(() -> index.add(new float[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.add(new float[] {Float.NaN, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(index.addedCount()).isZero();
    assertThat(index.add(new float[] {0, 1})).isEqualTo(4);
  }

  @Test
  void aSoundLivePartPassesItsCheckAndAWrongOneDoesNot() {
    Matrix vectors = IndexFixtures.clustered(900, 16, 20, new SplittableRandom(1));
    for (int mostScanned : new int[] {0, 1_000}) {
      LiveIndex index = live(vectors, 500, mostScanned);
      VectorIndexCheck check =
          VectorIndexCheck.ofLive(index, vectors, 50, 20, 0.95, new SplittableRandom(2));
      assertThat(check.faults()).isEmpty();
      assertThat(check.size()).isEqualTo(400);
      assertThat(check.reachable()).isGreaterThan(0.999);
      Matrix others = new Matrix(900, 16, vectors.data().clone());
      System.arraycopy(vectors.row(0), 0, others.data(), others.offset(700), 16);
      assertThat(
              VectorIndexCheck.ofLive(index, others, 50, 20, 0.5, new SplittableRandom(2)).faults())
          .containsExactly("the index must hold vector 700 as it is, holds another");
    }
  }
}
