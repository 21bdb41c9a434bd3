package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseRowsTest {

  private static final int D = 3;

  /** Rows of 0 to 3 entries, some of them in the same column. */
  private static SparseRows random(int rows, int columns, SplittableRandom random, float[] full) {
    SparseRows matrix = new SparseRows();
    matrix.clear();
    for (int row = 0; row < rows; row++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        int column = random.nextInt(columns);
        float value = random.nextFloat();
        matrix.put(column, value);
        full[row * columns + column] += value;
      }
      matrix.endRow();
    }
    return matrix;
  }

  private static float[] product(SparseRows matrix, float[] dense) {
    float[] out = new float[matrix.rows() * D];
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.addProduct(row, dense, out, row * D, D);
    }
    return out;
  }

  private static float[] dense(int rows, SplittableRandom random) {
    float[] dense = new float[rows * D];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = random.nextFloat() - 0.5f;
    }
    return dense;
  }

  @Test
  void productsOfAMatrixAndItsTransposeAreThoseOfTheFullMatrix() {
    SplittableRandom random = new SplittableRandom(4);
    int rows = 3000;
    int columns = 40;
    float[] full = new float[rows * columns];
    SparseRows matrix = random(rows, columns, random, full);
    float[] right = dense(columns, random);
    float[] left = dense(rows, random);
    double[] expected = new double[rows * D];
    double[] expectedTransposed = new double[columns * D];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = full[row * columns + column];
        for (int k = 0; k < D; k++) {
          expected[row * D + k] += value * right[column * D + k];
          expectedTransposed[column * D + k] += value * left[row * D + k];
        }
      }
    }
    SparseRows transposed = new SparseRows();
    transposed.transpose(matrix, columns);
    assertClose(product(matrix, right), expected);
    assertThat(transposed.rows()).isEqualTo(columns);
    assertClose(product(transposed, left), expectedTransposed);
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i])
          .describedAs("entry %d", i)
          .isCloseTo(expected[i], within(1e-3));
    }
  }

  @Test
  void aTransposeListsTheRowsOfAColumnInTheirOrder() {
    SparseRows matrix = new SparseRows();
    matrix.clear();
    int[][] rows = {{2, 0}, {}, {2}, {0, 2}};
    for (int[] row : rows) {
      for (int column : row) {
        matrix.put(column, 1);
      }
      matrix.endRow();
    }
    SparseRows transposed = new SparseRows();
    transposed.transpose(matrix, 4);
    assertThat(columns(transposed, 0)).containsExactly(0, 3);
    assertThat(columns(transposed, 1)).isEmpty();
    assertThat(columns(transposed, 2)).containsExactly(0, 2, 3);
    assertThat(columns(transposed, 3)).isEmpty();
    matrix.clear();
    assertThat(matrix.rows()).isZero();
    transposed.transpose(matrix, 2);
    assertThat(columns(transposed, 0)).isEmpty();
    assertThat(columns(transposed, 1)).isEmpty();
  }

  private static int[] columns(SparseRows matrix, int row) {
    return java.util.stream.IntStream.range(matrix.start(row), matrix.end(row))
        .map(matrix::column)
        .toArray();
  }

  @Test
  void numbersOfAnIndexTakeThePlaceOfColumns() {
    SparseRows matrix = new SparseRows();
    matrix.clear();
    matrix.put(70, 1);
    matrix.put(50, 1);
    matrix.endRow();
    matrix.put(70, 1);
    matrix.put(60, 1);
    matrix.endRow();
    LocalIndex index = new LocalIndex(100);
    index.add(60);
    matrix.renumber(index);
    assertThat(columns(matrix, 0)).containsExactly(1, 2);
    assertThat(columns(matrix, 1)).containsExactly(1, 0);
  }
}
