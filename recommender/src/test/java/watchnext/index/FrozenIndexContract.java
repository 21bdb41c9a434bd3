package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

/** What every {@link FrozenIndex} promises beyond {@link VectorIndexContract}. */
interface FrozenIndexContract extends VectorIndexContract {

  @Override
  FrozenIndex indexOver(Matrix unitVectors);

  private static Matrix vectors() {
    return IndexFixtures.clustered(1_200, 20, 15, new SplittableRandom(11));
  }

  private static Matrix queries() {
    return IndexFixtures.clustered(30, 20, 15, new SplittableRandom(12));
  }

  @Test
  default void whenNearlyAllIsFilteredOutTheRestIsFoundExactly() {
    Matrix vectors = vectors();
    FrozenIndex index = indexOver(vectors);
    int[] rest = new ExactIndex(vectors).search(queries().row(1), 12, o -> o % 100 == 3).ordinals();
    assertThat(index.search(queries().row(1), 20, o -> o % 100 == 3).ordinals())
        .containsExactly(rest);
  }

  @Test
  default void moreEffortFindsNoLess() {
    Matrix vectors = vectors();
    FrozenIndex index = indexOver(vectors);
    Neighbours[] truth = new ExactIndex(vectors).searchAll(queries(), 10);
    double little = 0;
    double much = 0;
    for (int q = 0; q < truth.length; q++) {
      little += IndexRecall.recall(index.search(queries().row(q), 10, 1), truth[q]);
      much += IndexRecall.recall(index.search(queries().row(q), 10, 1_000), truth[q]);
    }
    assertThat(much).isGreaterThanOrEqualTo(little).isGreaterThan(0.99 * truth.length);
  }

  @Test
  default void anEffortOfNothingIsRefused() {
    assertThatThrownBy(() -> indexOver(IndexFixtures.circle(8)).search(new float[] {1, 0}, 1, 0))
        .hasMessage("ef must be at least 1, was 0");
  }

  @Test
  default void itsArraysMakeItAgain() {
    FrozenIndex index = indexOver(vectors());
    FrozenIndex again = FrozenIndex.fromTensors(index.toTensors());
    assertThat(again).hasSameClassAs(index);
    assertThat(again.bytes()).isEqualTo(index.bytes());
    for (int q = 0; q < 30; q++) {
      Neighbours expected = index.search(queries().row(q), 15);
      assertThat(again.search(queries().row(q), 15).ordinals()).isEqualTo(expected.ordinals());
    }
  }

  @Test
  default void itPassesItsOwnCheckAndFailsThatOfOtherVectors() {
    Matrix vectors = vectors();
    FrozenIndex index = indexOver(vectors);
    assertThat(VectorIndexCheck.of(index, vectors, 30, 10, 0.9, new SplittableRandom(3)).faults())
        .isEmpty();
    Matrix other = new Matrix(1_200, 20, vectors.data().clone());
    other.set(700, 2, -other.get(700, 2)); // as long as before
    assertThat(VectorIndexCheck.of(index, other, 30, 10, 0.9, new SplittableRandom(3)).faults())
        .containsExactly("the index must hold vector 700 as it is, holds another");
  }
}
