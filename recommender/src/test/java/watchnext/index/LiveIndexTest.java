package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class LiveIndexTest implements VectorIndexContract {

  private static final HnswConfig CONFIG = new HnswConfig(12, 100, 100, 1);

  /** The last third is added live. */
  @Override
  public VectorIndex indexOver(Matrix unitVectors) {
    int rows = unitVectors.rows();
    int still = rows - rows / 3;
    int d = unitVectors.columns();
    Matrix first = new Matrix(still, d, Arrays.copyOf(unitVectors.data(), still * d));
    LiveIndex index =
        new LiveIndex(
            FrozenHnswIndex.build(first, CONFIG, BuildListener.SILENT, new SplittableRandom(1)),
            rows / 3 + 1,
            CONFIG);
    for (int r = still; r < rows; r++) {
      index.add(unitVectors.row(r));
    }
    return index;
  }

  @Test
  void ordinalsGoOnWhereTheStillIndexEnds() {
    LiveIndex index = new LiveIndex(new ExactIndex(IndexFixtures.circle(10)), 5, CONFIG);
    assertThat(index.addedCount()).isZero();
    float[] between = {(float) Math.cos(0.3), (float) Math.sin(0.3)};
    assertThat(index.add(between)).isEqualTo(10);
    assertThat(index.search(between, 2).ordinals()).containsExactly(10, 0);
    assertThat(index.search(between, 2, ordinal -> ordinal != 10).ordinals()).containsExactly(0, 1);
    assertThat(index.size()).isEqualTo(11);
  }
}
