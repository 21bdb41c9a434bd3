package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<MatrixFamily.Member> members() {
    return MatrixFamily.members(7L, 1, 3, 16, 64, 200);
  }

  @Tag("property")
  @ParameterizedTest
  @MethodSource("members")
  void anyFiniteRowsAreTurned(MatrixFamily.Member member) {
    Matrix rows = member.rows();
    Matrix turned = new Matrix(rows.rows(), rows.columns(), rows.data().clone());
    float[] spectrum = PrincipalAxes.align(turned, 2);
    float trace = 0;
    for (int i = 0; i < spectrum.length; i++) {
      assertThat(spectrum[i]).isBetween(0f, i == 0 ? Float.MAX_VALUE : spectrum[i - 1]);
      trace += spectrum[i];
    }
    float squares = 0;
    for (int r = 0; r < rows.rows(); r++) {
      float length = product(rows, r, r);
      squares += length;
      assertThat(product(turned, r, r)).isCloseTo(length, within(1e-4f * length));
    }
    assertThat(trace).isCloseTo(squares, within(1e-4f * squares));
  }

  @Test
  void squaresThatAreNoFloatsDoNotMatter() {
    for (float size : new float[] {1e-30f, 1e-22f, 1e22f, 1e30f}) {
      Matrix rows = new Matrix(2, 2, new float[] {3 * size, 4 * size, 6 * size, 8 * size});
      float[] spectrum = PrincipalAxes.align(rows, 1);
      // Both rows lie along (3, 4): their lengths 5 and 10 become the first column.
      assertThat(Math.abs(rows.get(0, 0)) / size).isCloseTo(5, within(1e-5f));
      assertThat(Math.abs(rows.get(1, 0)) / size).isCloseTo(10, within(1e-5f));
      assertThat(Math.abs(rows.get(1, 1)) / size).isCloseTo(0, within(1e-5f));
      assertThat(spectrum[0]).isEqualTo(size < 1 ? 125 * size * size : Float.MAX_VALUE);
    }
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
