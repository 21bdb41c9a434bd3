package watchnext.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceQuantilesTest {

  private final ReferenceQuantiles halfAt10 = ReferenceQuantiles.of(10, 0.5, 1000, 0.9);

  @Test
  void theDistanceAtTheKnotsIsTheLargestOfTheirDifferences() {
    // Of ten values six are at most 10 (published: five), nine at most 1000 (nine).
    Distribution six = Distribution.of(new int[] {1, 2, 3, 4, 5, 6, 20, 30, 40, 2000});
    assertThat(halfAt10.distanceAtKnots(six)).isCloseTo(0.1, within(1e-12));
    // All are above both: |0 − 0.9|.
    assertThat(halfAt10.distanceAtKnots(Distribution.of(new int[] {5000})))
        .isCloseTo(0.9, within(1e-12));
  }

  @Test
  void betweenTheKnotsTheLineIsStraightInTheLogarithm() {
    // At 100, halfway in log x, the line is at 0.7. Here F jumps from 0.5 to 0.9 at 100 only, which
    // is within 0.2 + the half of a step of 0.4/50 of the line on either side.
    Distribution jump = Distribution.of(new int[] {1, 1, 1, 1, 1, 100, 100, 100, 100, 2000});
    assertThat(halfAt10.distanceAtKnots(jump)).isCloseTo(0, within(1e-12));
    assertThat(halfAt10.distanceBetweenKnots(jump)).isBetween(0.19, 0.201);
  }

  @Test
  void aDistributionOnTheLineHasNoDistance() {
    double[] onTheLine = new double[1000];
    for (int i = 0; i < onTheLine.length; i++) {
      double share = (i + 0.5) / onTheLine.length;
      onTheLine[i] = 10 * Math.pow(100, (share - 0.5) / 0.4);
    }
    Distribution distribution = Distribution.of(onTheLine, onTheLine.length);
    assertThat(halfAt10.distanceBetweenKnots(distribution)).isLessThan(0.002);
  }

  @Test
  void knotsThatAreNoDistributionAreRefused() {
    assertThatThrownBy(() -> new ReferenceQuantiles(List.of()))
        .hasMessage("knots must be at least 1, were 0");
    assertThatThrownBy(() -> ReferenceQuantiles.of(10, 0.5, 10, 0.9))
        .hasMessageStartingWith("knots must ascend in x and share, had ");
    assertThatThrownBy(() -> ReferenceQuantiles.of(0, 0.5))
        .hasMessage("x of a knot must be above 0, was 0.0");
    assertThatThrownBy(() -> ReferenceQuantiles.of(1, 1))
        .hasMessage("share of a knot must be in (0, 1), was 1.0");
  }
}
