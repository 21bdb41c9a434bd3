package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DecayTest {

  @Test
  void oneHalfIsLeftAfterOneHalfLife() {
    assertThat(Decay.remaining(100, 100)).isEqualTo(0.5);
    assertThat(Decay.remaining(100, 1000)).isEqualTo(1 / 1024.0);
  }

  @Test
  void nothingIsForgottenBeforeTimePassesOrWithoutAHalfLife() {
    assertThat(Decay.remaining(100, 0)).isEqualTo(1);
    assertThat(Decay.remaining(100, -5)).isEqualTo(1);
    assertThat(Decay.remaining(Double.POSITIVE_INFINITY, Long.MAX_VALUE)).isEqualTo(1);
    assertThat(Decay.remaining(100, Long.MAX_VALUE)).isZero();
  }

  @Test
  void theTableAgreesWithThePower() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double halfLife = 1 + 1e6 * random.nextDouble();
      long elapsed = random.nextLong(10_000_000);
      double exact = Math.pow(2, -elapsed / halfLife);
      if (exact > 1e-200) {
        assertThat(Decay.remaining(halfLife, elapsed)).isCloseTo(exact, within(1e-10 * exact));
      }
    }
  }

  @Test
  void theLogarithmAgreesWithTheLibrary() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 10_000; i++) {
      double x = Math.exp(40 * random.nextDouble() - 15);
      assertThat(Logarithm.of(x)).isCloseTo(Math.log(x), within(1e-10));
    }
    assertThat(Logarithm.ofCount(0)).isZero();
  }
}
