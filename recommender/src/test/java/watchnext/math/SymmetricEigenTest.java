package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetricEigenTest {

  @Test
  void decomposesAMatrixWorkedByHand() {
    // [[2, 1], [1, 2]] has the eigenvalues 3 with (1, 1) / √2 and 1 with (1, -1) / √2.
    SymmetricEigen.Result eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
    assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-15));
    assertThat(eigen.vectors()[0][0]).isCloseTo(eigen.vectors()[0][1], within(1e-15));
    assertThat(Math.abs(eigen.vectors()[1][0])).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void theEigenvaluesOfAPathAreCosines() {
    // Twos on the diagonal, −1 beside it, n = 40: 2 − 2 cos(k π / (n + 1)), k = n … 1.
    int n = 40;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 2;
      a[i][Math.max(0, i - 1)] += i == 0 ? 0 : -1;
      a[i][Math.min(n - 1, i + 1)] += i == n - 1 ? 0 : -1;
    }
    double[] values = SymmetricEigen.of(a).values();
    for (int k = 0; k < n; k++) {
      double expected = 2 - 2 * Math.cos((n - k) * Math.PI / (n + 1));
      assertThat(values[k]).isCloseTo(expected, within(1e-14));
    }
  }

  @Test
  void whatIsNotFiniteOrNotSquareIsRefused() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{Double.NaN}}))
        .hasMessage("a matrix must hold finite values, held NaN");
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}}))
        .hasMessage("a matrix must be square, was 1 x 2");
  }

  static Stream<MatrixFamily.Member> members() {
    return MatrixFamily.members(20261128L, 1, 2, 3, 5, 16, 33, 128, 512);
  }

  @Tag("property")
  @ParameterizedTest
  @MethodSource("members")
  void theVectorsAreOrthonormalAndGiveTheMatrixBack(MatrixFamily.Member member) {
    double[][] a = member.gram();
    SymmetricEigen.Result eigen = SymmetricEigen.of(a);
    int n = a.length;
    double norm = Arrays.stream(eigen.values()).map(Math::abs).max().orElse(0);
    SplittableRandom random = new SplittableRandom(member.seed());
    for (int trial = 0; trial < Math.min(n * n, 2_000); trial++) {
      int i = random.nextInt(n);
      int j = random.nextInt(n);
      double product = 0;
      double entry = 0;
      for (int k = 0; k < n; k++) {
        product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
        entry += eigen.values()[k] * eigen.vectors()[k][i] * eigen.vectors()[k][j];
      }
      assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13 * (n + 10)));
      assertThat(entry).isCloseTo(a[i][j], within(1e-14 * (n + 10) * norm));
    }
    for (int i = 1; i < n; i++) {
      assertThat(eigen.values()[i]).isLessThanOrEqualTo(eigen.values()[i - 1]);
    }
  }
}
