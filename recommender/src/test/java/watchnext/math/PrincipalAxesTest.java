package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

  @Test
  void afterwardsTheGramMatrixIsTheSpectrum() {
    Matrix rows = random(700, 12);
    float[] spectrum = PrincipalAxes.align(rows, 1);
    double[][] gram = PrincipalAxes.gram(rows, 1);
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        assertThat(gram[i][j]).isCloseTo(i == j ? spectrum[i] : 0, within(1e-3));
      }
      assertThat(spectrum[i]).isLessThanOrEqualTo(i == 0 ? Float.MAX_VALUE : spectrum[i - 1]);
    }
  }

  @Test
  void innerProductsOfRowsStay() {
    Matrix rows = random(50, 9);
    Matrix turned = new Matrix(50, 9, rows.data().clone());
    PrincipalAxes.align(turned, 1);
    for (int a = 0; a < 50; a++) {
      for (int b = 0; b < 50; b++) {
        assertThat(product(turned, a, b)).isCloseTo(product(rows, a, b), within(1e-4f));
      }
    }
  }

  @Test
  void theThreadsDoNotChangeABit() {
    Matrix one = random(3000, 10);
    Matrix two = new Matrix(3000, 10, one.data().clone());
    float[] spectrumOfOne = PrincipalAxes.align(one, 1);
    assertThat(PrincipalAxes.align(two, 2)).isEqualTo(spectrumOfOne);
    assertThat(two.data()).isEqualTo(one.data());
  }

  @Test
  void zerosStayZeros() {
    Matrix rows = new Matrix(20, 5);
    assertThat(PrincipalAxes.align(rows, 1)).containsOnly(0);
    assertThat(rows.data()).containsOnly(0);
  }

  private static float product(Matrix rows, int a, int b) {
    return Kernels.BEST.dot(
        rows.data(), rows.offset(a), rows.data(), rows.offset(b), rows.columns());
  }

  private static Matrix random(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(5);
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) random.nextGaussian();
    }
    return matrix;
  }
}
