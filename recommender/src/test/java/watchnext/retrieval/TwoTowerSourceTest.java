package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.index.ExactIndex;
import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.math.Matrix;
import watchnext.task.RankedList;

class TwoTowerSourceTest implements RetrieverContract {

  private final ExactIndex exact = new ExactIndex(WORLD.videoVectors());

  @Override
  public Retriever retriever() {
    return new TwoTowerSource(WORLD.userVectors(), exact);
  }

  @Test
  void candidatesAreTheNearestEligibleNeighbours() {
    float[] user = WORLD.userVectors().vector(WORLD.request(3));
    Neighbours expected = exact.search(user, 10, video -> WORLD.mayBeShown(3, video));
    RankedList found = retriever().retrieve(WORLD.request(3), 10);
    assertThat(found.videos()).isEqualTo(expected.ordinals());
    assertThat(found.scores()).isEqualTo(expected.scores());
  }

  /** Wanted is 1, so 1 + 0 + 16 are fetched at first, and all of these are seen by then. */
  @Test
  void theSearchGrowsWiderWhileTheNeighboursAreNotEligible() {
    Counting index = new Counting(exact, 20);
    RankedList found = new TwoTowerSource(WORLD.userVectors(), index).retrieve(newcomer(), 1);
    assertThat(index.asked).containsExactly(17, 34);
    assertThat(found.videos()).hasSize(1);
  }

  @Test
  void theSearchStopsWhenTheWholeIndexWasAsked() {
    RetrievalRequest sated = WORLD.request(CircleWorld.SATED);
    Counting index = new Counting(exact, 0);
    RankedList found = new TwoTowerSource(WORLD.userVectors(), index).retrieve(sated, 1);
    assertThat(index.asked).containsExactly(17, 34, CircleWorld.VIDEOS);
    assertThat(found.size()).isZero();
  }

  @Test
  void oneSearchIsEnoughWhenEnoughAreEligible() {
    Counting index = new Counting(exact, 0);
    new TwoTowerSource(WORLD.userVectors(), index).retrieve(newcomer(), 10);
    assertThat(index.asked).containsExactly(10 + 5 + 16);
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    VectorIndex wide = new ExactIndex(new Matrix(1, 3, new float[] {1, 0, 0}));
    assertThatThrownBy(() -> new TwoTowerSource(WORLD.userVectors(), wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user and video vectors must have one dimension, were 2 and 3");
  }

  private static RetrievalRequest newcomer() {
    return WORLD.request(CircleWorld.NEWCOMER);
  }

  /**
   * An index that notes how many were asked for, and puts videos that are not uploaded yet before
   * its answer: the place of the first {@code barred} is taken by them.
   */
  private static final class Counting implements VectorIndex {
    private final List<Integer> asked = new ArrayList<>();
    private final VectorIndex index;
    private final int barred;

    Counting(VectorIndex index, int barred) {
      this.index = index;
      this.barred = barred;
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
      asked.add(k);
      Neighbours found = index.search(query, k);
      for (int i = 0; i < Math.min(barred, k); i++) {
        found.ordinals()[i] = CircleWorld.VIDEOS - 1;
      }
      return found;
    }
  }
}
