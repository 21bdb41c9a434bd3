package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

  @Test
  void solvesASystemWorkedByHand() {
    // [[4, 2], [2, 5]] x = [10, 13]: 4·1.5 + 2·2 = 10, 2·1.5 + 5·2 = 13. L = [[2, 0], [1, 2]].
    float[] a = {4, 99, 2, 5};
    float[] b = {10, 13};
    Cholesky.factor(a, 2);
    assertThat(a).containsExactly(2, 99, 1, 2);
    Cholesky.solve(a, 2, b, 0);
    assertThat(b).containsExactly(1.5f, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 17, 64, 150})
  void theSolutionSatisfiesTheSystem(int n) {
    SplittableRandom random = new SplittableRandom(n);
    float[] factors = new float[n * n];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) random.nextGaussian();
    }
    float[] a = new float[n * n];
    for (int i = 0; i < n; i++) {
      Kernels.BEST.dotRange(factors, i * n, factors, 0, n, n, a, i * n);
      a[i * n + i] += n;
    }
    float[] x = new float[n + 2];
    for (int i = 0; i < n; i++) {
      x[i + 2] = (float) random.nextGaussian();
    }
    float[] b = x.clone();
    float[] l = a.clone();
    Cholesky.factor(l, n);
    Cholesky.solve(l, n, x, 2);
    for (int i = 0; i < n; i++) {
      assertThat(Kernels.BEST.dot(a, i * n, x, 2, n)).isCloseTo(b[i + 2], within(2e-4f));
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.factor(new float[] {1, 0, 2, 1}, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("pivot 1 was -3.0");
  }
}
