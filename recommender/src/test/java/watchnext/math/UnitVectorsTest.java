package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitVectorsTest {

  @Test
  void threeFourBecomesPointSixPointEight() {
    Matrix unit = UnitVectors.normalised(new Matrix(2, 2, new float[] {1, 0, 3, 4}));
    assertThat(unit.data()).containsExactly(new float[] {1, 0, 0.6f, 0.8f}, within(1e-7f));
    UnitVectors.require(unit);
  }

  @Test
  void hugeAndTinyVectorsNeitherOverflowNorVanish() {
    Matrix unit =
        UnitVectors.normalised(new Matrix(2, 2, new float[] {3e38f, 3e38f, 1e-40f, 1e-40f}));
    assertThat(unit.data()).containsOnly(new float[] {(float) Math.sqrt(0.5)}, within(1e-4f));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsRefusedWithOrdinalPositionAndValue(float bad) {
    Matrix vectors = new Matrix(2, 2, new float[] {1, 0, 0, bad});
    assertThatThrownBy(() -> UnitVectors.normalised(vectors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vector 1 must hold finite values, had " + bad + " at position 1");
  }

  @Test
  void aZeroVectorIsRefusedWithItsOrdinal() {
    assertThatThrownBy(() -> UnitVectors.normalised(new Matrix(2, 2, new float[] {1, 0, 0, 0})))
        .hasMessage("vector 1 must not be all zeros");
  }

  @Test
  void aVectorOfAnotherLengthIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> UnitVectors.normalised(new float[3], 9, 4))
        .hasMessage("vector 9 must hold 4 values, had 3");
    assertThatThrownBy(() -> UnitVectors.requireQuery(new float[3], 4))
        .hasMessage("a query must hold 4 values, had 3");
  }

  @Test
  void aRowThatIsNotOfLengthOneIsFound() {
    Matrix vectors = new Matrix(2, 2, new float[] {1, 0, 0, 2});
    assertThatThrownBy(() -> UnitVectors.require(vectors))
        .hasMessage("vector 1 must have length 1, had length 2.0");
  }

  @Test
  void aQueryMayHaveAnyPositiveLength() {
    assertThat(UnitVectors.requireQuery(new float[] {30, 40}, 2)).isEqualTo(50);
    assertThatThrownBy(() -> UnitVectors.requireQuery(new float[2], 2))
        .hasMessageContaining("must be above 0");
  }
}
