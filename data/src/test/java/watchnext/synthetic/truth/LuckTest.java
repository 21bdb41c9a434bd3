package watchnext.synthetic.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LuckTest {

  private static final int DRAWS = 200_000;

  @Test
  void drawsHaveTheMeanAndVarianceTheySay() {
    Luck luck = new Luck(1);
    double uniform = 0;
    double normal = 0;
    double squares = 0;
    double rough = 0;
    double roughSquares = 0;
    for (int i = 0; i < DRAWS; i++) {
      uniform += luck.uniform();
      double z = luck.normal();
      normal += z;
      squares += z * z;
      double r = Luck.roughNormal(Luck.key(2, i));
      rough += r;
      roughSquares += r * r;
    }
    // Standard deviations of the means: 0.29/√n, 1/√n, 1.4/√n with √n = 447.
    assertThat(uniform / DRAWS).isCloseTo(0.5, within(0.003));
    assertThat(normal / DRAWS).isCloseTo(0, within(0.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.015));
    assertThat(rough / DRAWS).isCloseTo(0, within(0.01));
    assertThat(roughSquares / DRAWS).isCloseTo(1, within(0.015));
  }

  @Test
  void theQuantilesOfTheNormalAreThePublishedOnes() {
    assertThat(NormalQuantile.of(0.5)).isCloseTo(0, within(1e-9));
    assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963985, within(1e-7));
    assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306, within(1e-7));
  }

  @Test
  void namedDrawsDoNotDependOnEachOther() {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += (Luck.uniform(5, i) - 0.5) * (Luck.uniform(5, i + 1) - 0.5);
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.001));
  }

  @Test
  void theBentClockIsAnInverseOfItself() {
    for (double t = -100_000; t < 300_000; t += 777.7) {
      assertThat(DailyRhythm.instant(DailyRhythm.activity(t))).isCloseTo(t, within(1e-6));
    }
    assertThat(DailyRhythm.activity(86_400)).isCloseTo(86_400, within(1e-9));
  }
}
