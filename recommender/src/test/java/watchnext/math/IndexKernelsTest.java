package watchnext.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexKernelsTest {

  private final Kernels reference = new ScalarKernels();

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 4", "7, 1", "16, 9", "24, 31", "64, 33", "65, 3", "130, 6", "64, 0"})
  void productsWithPickedRowsAgreeWithTheScalarOnes(int dimension, int count) {
    SplittableRandom random = new SplittableRandom(dimension);
    int offset = 3;
    float[] data = floats(offset + 50 * dimension, random);
    float[] query = floats(dimension, random);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = random.nextInt(50);
    }
    float[] expected = new float[count + 3];
    float[] actual = new float[count + 3];
    reference.dotRows(query, data, offset, dimension, rows, count, expected);
    Kernels.BEST.dotRows(query, data, offset, dimension, rows, count, actual);
    for (int i = 0; i < count; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
    }
    reference.dotRange(query, data, offset, dimension, count, expected);
    Kernels.BEST.dotRange(query, data, offset, dimension, count, actual);
    for (int i = 0; i < count; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 32, 64, 65, 100})
  void productsWithCodesAgreeExactlyEvenAtTheLimitOfTheRange(int dimension) {
    SplittableRandom random = new SplittableRandom(dimension);
    int offset = 5;
    byte[] codes = new byte[offset + 64 * dimension];
    short[] query = new short[dimension];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(-2, 3);
    }
    // The first axis alone comes close to ±32767: 250 × ±127, and the others add 594 at most.
    for (int v = 0; v < Kernels.CODE_BLOCK; v++) {
      codes[offset + v] = (byte) (v % 2 == 0 ? 127 : -127);
    }
    query[0] = 250;
    for (int a = 1; a < dimension; a++) {
      query[a] = (short) random.nextInt(-3, 4);
    }
    blocksAgree(query, codes, offset, dimension);
  }

  private void blocksAgree(short[] query, byte[] codes, int offset, int dimension) {
    short[] expected = new short[2 * Kernels.CODE_BLOCK];
    short[] actual = new short[2 * Kernels.CODE_BLOCK];
    for (short threshold : new short[] {Short.MIN_VALUE, 0, 300, Short.MAX_VALUE}) {
      int[] expectedHits = new int[2];
      int[] actualHits = new int[2];
      int wanted =
          reference.dotCodeBlocks(
              query, codes, offset, dimension, 2, threshold, expected, expectedHits);
      int found =
          Kernels.BEST.dotCodeBlocks(
              query, codes, offset, dimension, 2, threshold, actual, actualHits);
      assertThat(actual).isEqualTo(expected);
      assertThat(found).isEqualTo(wanted);
      for (int i = 0; i < found; i++) {
        assertThat(actualHits[i]).isEqualTo(expectedHits[i]);
      }
    }
  }

  private static float[] floats(int length, SplittableRandom random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
