package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmbeddingTableTest {

  @Test
  void onlyRowsThatWereMetMove() {
    EmbeddingTable table = new EmbeddingTable(100, 4, 0.1, new SplittableRandom(1));
    float[] before = table.weights().clone();
    table.update(new int[] {7, -1, 42}, 0, 3, new float[12], 0, 0.5);
    assertThat(table.weights()).containsExactly(before); // gradients of zero move nothing
    float[] gradients = new float[12];
    Arrays.fill(gradients, 1);
    table.update(new int[] {7, -1, 42}, 0, 3, gradients, 0, 0.5);
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
    table.update(new int[] {0}, 0, 1, gradient, 0, 0.1);
    assertThat(table.weights()[0]).isCloseTo(-0.0848528f, within(1e-6f));
    assertThat(table.weights()[1]).isCloseTo(-0.1131371f, within(1e-6f));
    // G = 25: w moves by -0.1 * g / 5.
    table.update(new int[] {0}, 0, 1, gradient, 0, 0.1);
    assertThat(table.weights()[0]).isCloseTo(-0.0848528f - 0.06f, within(1e-6f));
  }

  @Test
  void piecesOfAnUpdateAreTheWhole() {
    int[] met = {3, -1, 8, 1, 0};
    float[] gradients = new float[met.length * 20];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = i % 7 - 3;
    }
    EmbeddingTable whole = new EmbeddingTable(10, 20, 0.1, new SplittableRandom(1));
    EmbeddingTable pieces = new EmbeddingTable(10, 20, 0.1, new SplittableRandom(1));
    for (int step = 0; step < 2; step++) {
      whole.update(met, 0, met.length, gradients, 0, 0.1);
      pieces.update(met, 3, 5, gradients, 60, 0.1);
      pieces.update(met, 0, 3, gradients, 0, 0.1);
    }
    assertThat(pieces.weights()).containsExactly(whole.weights());
  }

  @Test
  void rowsAreCopiedToWhereTheyWereMet() {
    EmbeddingTable table = new EmbeddingTable(10, 20, 0.1, new SplittableRandom(1));
    float[] out = new float[4 * 20];
    Arrays.fill(out, 9);
    table.copyRows(new int[] {5, 7, -1, 2}, 1, 4, out);
    float[] expected = new float[4 * 20];
    Arrays.fill(expected, 0, 20, 9);
    System.arraycopy(table.weights(), 7 * 20, expected, 20, 20);
    System.arraycopy(table.weights(), 2 * 20, expected, 60, 20);
    assertThat(out).containsExactly(expected);
  }

  @Test
  void aListIsNumberedAsItsMembersWouldBe() {
    SplittableRandom random = new SplittableRandom(1);
    LocalIndex together = new LocalIndex(500);
    LocalIndex alone = new LocalIndex(500);
    for (int batch = 0; batch < 3; batch++) {
      int[] list = random.ints(2000, 0, 500).toArray();
      int[] expected = Arrays.stream(list).map(alone::add).toArray();
      together.addAll(list, list.length);
      assertThat(list).containsExactly(expected);
      assertThat(together.size()).isEqualTo(alone.size());
      together.clear();
      alone.clear();
    }
  }

  @Test
  void anAppendedMemberHasANumberOfItsOwn() {
    LocalIndex index = new LocalIndex(10);
    assertThat(index.append(4)).isZero();
    assertThat(index.add(4)).isEqualTo(1);
    assertThat(index.append(4)).isEqualTo(2);
    assertThat(index.add(4)).isEqualTo(1);
    assertThat(index.members()[2]).isEqualTo(4);
  }

  @Test
  void aBatchNumbersItsMembersInOrderOfFirstAppearance() {
    LocalIndex index = new LocalIndex(10_000);
    assertThat(index.add(9_999)).isZero();
    assertThat(index.add(5)).isEqualTo(1);
    assertThat(index.add(9_999)).isZero();
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.members()[1]).isEqualTo(5);
    index.clear();
    assertThat(index.size()).isZero();
    assertThat(index.add(5)).isZero();
  }
}
