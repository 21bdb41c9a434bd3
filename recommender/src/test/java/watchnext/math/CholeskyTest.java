package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
  void whatIsNotPositiveSemidefiniteOrNotFiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.factor(new float[] {1, 0, 2, 1}, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("pivot 1 was -3.0");
    assertThatThrownBy(() -> Cholesky.factor(new float[] {Float.NaN}, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("pivot 0 was NaN");
  }

  @Test
  void anUnknownThatDependsOnOthersIsZero() {
    // x + y = 3 twice, and z = 5: x takes all, y none.
    float[] a = {1, 0, 0, 1, 1, 0, 0, 0, 1};
    float[] b = {3, 3, 5};
    Cholesky.factor(a, 3);
    Cholesky.solve(a, 3, b, 0);
    assertThat(b).containsExactly(3, 0, 5);
  }

  static Stream<MatrixFamily.Member> members() {
    return MatrixFamily.members(11L, 1, 3, 16, 64, 200);
  }

  @Tag("property")
  @ParameterizedTest
  @MethodSource("members")
  void aSystemThatHasSolutionsGetsOne(MatrixFamily.Member member) {
    double[][] gram = member.gram();
    int n = gram.length;
    float[] a = new float[n * n];
    double[] exact = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = (float) gram[i][j];
        exact[i] += gram[i][j];
        largest = Math.max(largest, Math.abs(gram[i][j]));
      }
    }
    // The right-hand side is that of x = (1, …, 1), so there is a solution.
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) exact[i];
    }
    Cholesky.factor(a, n);
    Cholesky.solve(a, n, x, 0);
    for (int i = 0; i < n; i++) {
      double product = 0;
      for (int j = 0; j < n; j++) {
        product += gram[i][j] * x[j];
      }
      assertThat(product).isCloseTo(exact[i], within(1e-3 * n * largest));
    }
  }
}
