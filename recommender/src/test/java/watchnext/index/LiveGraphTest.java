package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;

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

  /** As templated titles give them: a few directions, each a little disturbed. */
  private static Matrix alike(int rows, double disturbance, SplittableRandom random) {
    Matrix alike = new Matrix(rows, 32);
    Matrix centres = IndexFixtures.clustered(3, 32, 3, random);
    for (int r = 0; r < rows; r++) {
      for (int a = 0; a < 32; a++) {
        double noise = disturbance * random.nextGaussian();
        alike.set(r, a, (float) (centres.get(r % 3, a) + noise));
      }
    }
    return UnitVectors.normalised(alike);
  }

  @Test
  void vectorsThatAreEqualOrNearlySoAreAllReachedAndFound() {
    for (int seed = 0; seed < 20; seed++) {
      for (double disturbance : new double[] {0, 1e-6, 1e-3, 0.02}) {
        Matrix vectors = alike(1_010, disturbance, new SplittableRandom(seed));
        for (int mostScanned : new int[] {0, 10_000}) {
          LiveIndex index = live(vectors, 10, mostScanned);
          for (int r = 10; r < vectors.rows(); r++) {
            System.arraycopy(index.vector(r), 0, vectors.data(), vectors.offset(r), 32);
          }
          VectorIndexCheck check =
              VectorIndexCheck.ofLive(index, vectors, 20, 100, 0.97, new SplittableRandom(seed));
          assertThat(check.faults()).as("seed %d, disturbance %f", seed, disturbance).isEmpty();
          assertThat(check.reachable()).isEqualTo(1);
          assertThat(index.search(vectors.row(0), 1_010).size()).isEqualTo(1_010);
        }
      }
    }
  }

  @Test
  void ofEqualVectorsTheEarliestAreFoundOverTheGraphToo() {
    Matrix vectors = alike(1_000, 0, new SplittableRandom(1));
    LiveIndex index = live(vectors, 1, 0);
    for (int r = 1; r < 4; r++) {
      int group = r % 3;
      Neighbours found = index.search(vectors.row(r), 50, ordinal -> ordinal != 0);
      assertThat(found.ordinals())
          .isEqualTo(IntStream.range(1, 1_000).filter(v -> v % 3 == group).limit(50).toArray());
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
