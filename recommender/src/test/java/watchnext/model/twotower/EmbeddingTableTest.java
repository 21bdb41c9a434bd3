package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmbeddingTableTest {

  @Test
  void onlyRowsThatWereMetMove() {
    EmbeddingTable table = new EmbeddingTable(100, 4, 0.1, new SplittableRandom(1));
    float[] before = table.weights().clone();
    table.update(new int[] {7, -1, 42}, 3, new float[12], 0.5, 0.1);
    assertThat(table.weights()).containsExactly(before); // gradients of zero move nothing
    float[] gradients = new float[12];
    java.util.Arrays.fill(gradients, 1);
    table.update(new int[] {7, -1, 42}, 3, gradients, 0.5, 0);
    for (int i = 0; i < before.length; i++) {
      boolean met = i / 4 == 7 || i / 4 == 42;
      assertThat(table.weights()[i] != before[i]).describedAs("entry %d", i).isEqualTo(met);
    }
  }

  @Test
  void aStepIsThatOfRowWiseAdagrad() {
    EmbeddingTable table = new EmbeddingTable(1, 2, 0, new SplittableRandom(1));
    float[] gradient = {3, 4};
    // G = (9 + 16) / 2 = 12.5, w = -0.1 * g / sqrt(12.5)
    table.update(new int[] {0}, 1, gradient, 0.1, 0);
    assertThat(table.weights()[0]).isCloseTo(-0.0848528f, within(1e-6f));
    assertThat(table.weights()[1]).isCloseTo(-0.1131371f, within(1e-6f));
    // G = 25: w moves by -0.1 * g / 5, after a decay of 1 - 0.1 * 0.5.
    table.update(new int[] {0}, 1, gradient, 0.1, 0.5);
    assertThat(table.weights()[0]).isCloseTo(-0.0848528f * 0.95f - 0.06f, within(1e-6f));
  }

  @Test
  void aBatchNumbersItsMembersInOrderOfFirstAppearance() {
    LocalIndex index = new LocalIndex(10_000);
    assertThat(index.add(9_999)).isZero();
    assertThat(index.add(5)).isEqualTo(1);
    assertThat(index.add(9_999)).isZero();
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.member(1)).isEqualTo(5);
    index.clear();
    assertThat(index.size()).isZero();
    assertThat(index.add(5)).isZero();
  }
}
