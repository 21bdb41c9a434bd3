package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {

  private final Kernels reference = new ScalarKernels();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 64, 100, 257})
  void theBestKernelsAgreeWithTheScalarOnes(int length) {
    SplittableRandom random = new SplittableRandom(7 + length);
    float[] a = new float[length + 3];
    float[] b = new float[length + 5];
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) random.nextDouble(-1, 1);
    }
    for (int i = 0; i < b.length; i++) {
      b[i] = (float) random.nextDouble(-1, 1);
    }
    assertThat(Kernels.BEST.dot(a, 3, b, 5, length))
        .isCloseTo(reference.dot(a, 3, b, 5, length), within(1e-4f));
    float[] expected = b.clone();
    float[] actual = b.clone();
    reference.axpy(0.5f, a, 3, expected, 5, length);
    Kernels.BEST.axpy(0.5f, a, 3, actual, 5, length);
    for (int i = 0; i < b.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 16, 33, 64})
  void productsWithRowsAreTheProductsOneByOne(int length) {
    SplittableRandom random = new SplittableRandom(9 + length);
    float[] a = new float[length + 2];
    float[] b = new float[7 * length + 3];
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) random.nextDouble(-1, 1);
    }
    for (int i = 0; i < b.length; i++) {
      b[i] = (float) random.nextDouble(-1, 1);
    }
    for (Kernels kernels : new Kernels[] {reference, Kernels.BEST}) {
      float[] out = new float[9];
      kernels.dotRange(a, 2, b, 3, 7, length, out, 1);
      for (int r = 0; r < 7; r++) {
        assertThat(out[r + 1])
            .isCloseTo(reference.dot(a, 2, b, 3 + r * length, length), within(1e-5f));
      }
      assertThat(out[0]).isZero();
      assertThat(out[8]).isZero();
    }
  }
}
