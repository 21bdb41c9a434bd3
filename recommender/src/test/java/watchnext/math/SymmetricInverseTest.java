package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {

  @Test
  void invertsAMatrixWorkedByHand() {
    // [[4, 2], [2, 2]] has determinant 4 and inverse [[2, -2], [-2, 4]] / 4. Above the diagonal
    // nothing is read.
    Matrix matrix = new Matrix(2, 2, new float[] {4, 99, 2, 2});
    SymmetricInverse.invert(matrix, 1);
    assertThat(matrix.data()).containsExactly(new float[] {0.5f, -0.5f, -0.5f, 1}, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 63, 256, 257, 600})
  void theProductWithTheInverseIsTheIdentity(int n) {
    Matrix matrix = positiveDefinite(n);
    Matrix inverse = new Matrix(n, n, matrix.data().clone());
    SymmetricInverse.invert(inverse, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j += 7) {
        float product =
            Kernels.BEST.dot(matrix.data(), matrix.offset(i), inverse.data(), inverse.offset(j), n);
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-3f));
      }
    }
  }

  @Test
  void theThreadsDoNotChangeABit() {
    Matrix one = positiveDefinite(400);
    Matrix two = new Matrix(400, 400, one.data().clone());
    SymmetricInverse.invert(one, 1);
    SymmetricInverse.invert(two, 2);
    assertThat(two.data()).isEqualTo(one.data());
  }

  /** Equal rows within a block of the sweep and in different ones, with and without zeros. */
  @ParameterizedTest
  @ValueSource(ints = {2, 40, 300, 600})
  void aSingularMatrixGetsAGeneralisedInverse(int n) {
    Matrix matrix = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        // Row i equals row i + 7, and every seventh is zero: rank 6 at most.
        matrix.set(i, j, i % 7 == j % 7 && i % 7 > 0 ? 4 * (i % 7) : 0);
      }
    }
    Matrix inverse = new Matrix(n, n, matrix.data().clone());
    SymmetricInverse.invert(inverse, 2);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        float expected = i == j && i > 0 && i < 7 ? 1f / (4 * i) : 0;
        assertThat(inverse.get(i, j)).isCloseTo(expected, within(1e-6f));
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveSemidefiniteIsRefused() {
    Matrix matrix = new Matrix(2, 2, new float[] {1, 2, 2, 1});
    assertThatThrownBy(() -> SymmetricInverse.invert(matrix, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  /** A Gram matrix of noise with a ridge. */
  private static Matrix positiveDefinite(int n) {
    SplittableRandom random = new SplittableRandom(n);
    float[] rows = new float[n * n];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    Matrix matrix = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      Kernels.BEST.dotRange(rows, i * n, rows, 0, n, n, matrix.data(), i * n);
      matrix.set(i, i, matrix.get(i, i) + n);
    }
    return matrix;
  }
}
