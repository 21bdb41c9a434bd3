package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {

  private final Kernels reference = new ScalarKernels();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 64, 100, 257})
  void theBestKernelsAgreeWithTheScalarOnes(int length) {
    SplittableRandom random = new SplittableRandom(7 + length);
    float[] a = new float[length + 3];
    float[] b = new float[length + 5];
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) random.nextDouble(-1, 1);
    }
    for (int i = 0; i < b.length; i++) {
      b[i] = (float) random.nextDouble(-1, 1);
    }
    assertThat(Kernels.BEST.dot(a, 3, b, 5, length))
        .isCloseTo(reference.dot(a, 3, b, 5, length), within(1e-4f));
    float[] expected = b.clone();
    float[] actual = b.clone();
    reference.axpy(0.5f, a, 3, expected, 5, length);
    Kernels.BEST.axpy(0.5f, a, 3, actual, 5, length);
    for (int i = 0; i < b.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 33, 257})
  void exponentialsAgreeAndMaskedEntriesAreZero(int length) {
    SplittableRandom random = new SplittableRandom(length);
    float[] expected = new float[length + 2];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (float) random.nextDouble(-100, 3);
    }
    expected[2] = Float.NEGATIVE_INFINITY;
    float[] actual = expected.clone();
    assertThat(Kernels.BEST.max(actual, 2, length)).isEqualTo(reference.max(expected, 2, length));
    float sum = reference.expSum(1.5f, expected, 2, length);
    assertThat(Kernels.BEST.expSum(1.5f, actual, 2, length))
        .isCloseTo(sum, within(1e-5f * sum + 1e-30f));
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(Math.abs(expected[i]) * 1e-6f));
    }
    assertThat(actual[2]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6, 31, 32, 40, 70})
  void productsOfMatricesAgree(int size) {
    SplittableRandom random = new SplittableRandom(size);
    Matrix a = random(size + 1, 9, random);
    Matrix b = random(size + 1, size, random);
    Matrix c = random(9, size, random);
    Matrix expected = new Matrix(9, size, c.data().clone());
    // C += A^T B
    Panel transposed = Panel.of(a).transposed();
    reference.multiplyAdd(transposed, Panel.of(b), Panel.of(expected), 9, size, size + 1);
    Kernels.BEST.multiplyAdd(transposed, Panel.of(b), Panel.of(c), 9, size, size + 1);
    for (int i = 0; i < c.data().length; i++) {
      assertThat(c.data()[i]).isCloseTo(expected.data()[i], within(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 16, 20, 64})
  void gatheredRowsAgree(int length) {
    SplittableRandom random = new SplittableRandom(length);
    int[] rows = {4, 0, 4, 9, 2};
    float[] weights = {9, 0.5f, -1, 2, 9};
    float[] table = random(10, length, random).data();
    float[] expected = random(3, length, random).data();
    float[] actual = expected.clone();
    reference.gatherRows(table, rows, weights, 1, 4, expected, length, length);
    Kernels.BEST.gatherRows(table, rows, weights, 1, 4, actual, length, length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  private static Matrix random(int rows, int columns, SplittableRandom random) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) random.nextDouble(-1, 1);
    }
    return matrix;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 16, 33, 64})
  void productsWithRowsAreTheProductsOneByOne(int length) {
    SplittableRandom random = new SplittableRandom(9 + length);
    float[] a = new float[length + 2];
    float[] b = new float[7 * length + 3];
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) random.nextDouble(-1, 1);
    }
    for (int i = 0; i < b.length; i++) {
      b[i] = (float) random.nextDouble(-1, 1);
    }
    for (Kernels kernels : new Kernels[] {reference, Kernels.BEST}) {
      float[] out = new float[9];
      kernels.dotRange(a, 2, b, 3, 7, length, out, 1);
      for (int r = 0; r < 7; r++) {
        assertThat(out[r + 1])
            .isCloseTo(reference.dot(a, 2, b, 3 + r * length, length), within(1e-5f));
      }
      assertThat(out[0]).isZero();
      assertThat(out[8]).isZero();
    }
  }
}
