package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import watchnext.index.ExactIndex;
import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.math.Matrix;
import watchnext.task.Asked;

class TwoTowerSourceTest implements RetrieverContract {

  private final ExactIndex exact = new ExactIndex(WORLD.videoVectors());

  @Override
  public Retriever retriever() {
    return new TwoTowerSource(WORLD.userVectors(), exact);
  }

  @Test
  void candidatesAreTheNearestEligibleNeighbours() {
    float[] user = WORLD.userVectors().of(WORLD.request(3));
    Neighbours expected = exact.search(user, 10, video -> WORLD.mayBeShown(3, video));
    Retrieved found = retriever().retrieve(WORLD.request(3), 10);
    assertThat(found.videos()).isEqualTo(expected.ordinals());
    assertThat(found.scores()).isEqualTo(expected.scores());
  }

  @Test
  void theIndexIsAskedOnceWithTheRuleOfEligibility() {
    List<Integer> asked = new ArrayList<>();
    VectorIndex index =
        new Filtering(exact) {
          @Override
          public Neighbours search(float[] query, int k, IntPredicate eligible) {
            asked.add(k);
            assertThat(eligible.test(CircleWorld.VIDEOS - 1)).isFalse();
            return super.search(query, k, eligible);
          }
        };
    Retrieved found = new TwoTowerSource(WORLD.userVectors(), index).retrieve(WORLD.request(0), 7);
    assertThat(asked).containsExactly(7);
    assertThat(found.size()).isEqualTo(7);
  }

  /** An index without a filter of its own looks at the nearest again and again, wider each time. */
  @Test
  void aVideoTurnedAwayInEveryRoundOfASearchIsCountedOnce() {
    Asked sated = WORLD.request(CircleWorld.SATED);
    new TwoTowerSource(WORLD.userVectors(), new Filtering(exact)).retrieve(sated, 3);
    assertThat(sated.eligibility().removed())
        .containsEntry("already seen", CircleWorld.VIDEOS - 2)
        .containsEntry("not yet uploaded", 2);
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    VectorIndex wide = new ExactIndex(new Matrix(1, 3, new float[] {1, 0, 0}));
    assertThatThrownBy(() -> new TwoTowerSource(WORLD.userVectors(), wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user and video vectors must have one dimension, were 2 and 3");
  }

  /** The exact search, with the filter that every index has when it has none of its own. */
  private static class Filtering implements VectorIndex {
    private final VectorIndex index;

    Filtering(VectorIndex index) {
      this.index = index;
    }

    @Override
    public int size() {
      return index.size();
    }

    @Override
    public int dimension() {
      return index.dimension();
    }

    @Override
    public Neighbours search(float[] query, int k) {
      return index.search(query, k);
    }
  }
}
