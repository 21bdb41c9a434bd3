package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

class VectorIndexCheckTest {

  private static final Matrix VECTORS =
      IndexFixtures.clustered(2_000, 16, 20, new SplittableRandom(1));

  private static FrozenHnswIndex built() {
    return FrozenHnswIndex.build(
        VECTORS, new HnswConfig(8, 60, 60, 1), BuildListener.SILENT, new SplittableRandom(2));
  }

  private static VectorIndexCheck check(FrozenHnswIndex index) {
    return VectorIndexCheck.of(index, VECTORS, 40, 10, 0.9, new SplittableRandom(3));
  }

  @Test
  void aGoodIndexHasNoFaults() {
    VectorIndexCheck check = check(built());
    assertThat(check.faults()).isEmpty();
    assertThat(check.passed()).isTrue();
    assertThat(check.reachable()).isGreaterThanOrEqualTo(0.999);
    assertThat(check.recall().mean()).isGreaterThan(0.9);
  }

  @Test
  void vectorsThatNoLinkLeadsToAreNoticed() {
    FrozenHnswIndex index = built();
    int[] links = index.graph().links();
    for (int i = 0; i < links.length; i++) {
      int node = i / 16;
      links[i] = links[i] >= 1_990 ? node : links[i]; // nothing leads to the last ten nodes
    }
    VectorIndexCheck check = check(index);
    assertThat(check.passed()).isFalse();
    assertThat(check.faults().get(0))
        .isEqualTo("at least 0.999 of the vectors must be reachable, were 0.9950");
  }

  @Test
  void aGraphThatFindsTooLittleIsNoticed() {
    FrozenHnswIndex index = built();
    int[] links = index.graph().links();
    // A ring: everything can be reached, nothing is near.
    for (int node = 0; node < index.size(); node++) {
      Arrays.fill(links, node * 16, (node + 1) * 16, node);
      links[node * 16] = (node + 1) % index.size();
    }
    VectorIndexCheck check = check(index);
    assertThat(check.reachable()).isEqualTo(1);
    assertThat(check.faults()).hasSize(1);
    assertThat(check.faults().get(0)).startsWith("recall@10 must be at least 0.900, was ");
  }

  @Test
  void aValueThatIsNotFiniteIsNoticed() {
    FrozenHnswIndex index = built();
    index.graph().vectors()[index.graph().offset(5) + 1] = Float.NaN;
    assertThat(check(index).faults()).hasSize(1);
    assertThat(check(index).faults().get(0)).contains("vector 5 must hold finite values, had NaN");
  }

  @Test
  void ofEqualVectorsAnyCountsForRecallAndOneThatIsWorseDoesNot() {
    Neighbours truth = new Neighbours(new int[] {4, 0, 1}, new float[] {0.9f, 0.5f, 0.5f});
    // 2 and 3 are as good as 0 and 1; 7 is not. Ordinals of the truth count by themselves.
    Neighbours others = new Neighbours(new int[] {4, 2, 3}, new float[] {0.9f, 0.5f, 0.5f});
    Neighbours worse = new Neighbours(new int[] {4, 2, 7}, new float[] {0.9f, 0.5f, 0.4f});
    Neighbours again = new Neighbours(new int[] {4, 4, 2}, new float[] {0.9f, 0.9f, 0.5f});
    assertThat(IndexRecall.recall(others, truth)).isEqualTo(1);
    assertThat(IndexRecall.recall(worse, truth)).isEqualTo(2 / 3.0);
    assertThat(IndexRecall.recall(again, truth)).isEqualTo(2 / 3.0);
  }
}
