package watchnext.feature;

import java.util.Arrays;

/**
 * Arrays with room at their end: given back as they are while they suffice, else copied to longer
 * ones, an eighth more than is needed. So a table grows by one row at little cost, but for one copy
 * now and then; what shares the shorter array reads on in it. <i>Stateless.</i>
 */
final class Room {

  private static final int LEAST_SPARE = 64;

  private Room() {}

  static int[] in(int[] array, int length) {
    return array.length >= length ? array : Arrays.copyOf(array, roomy(length));
  }

  static long[] in(long[] array, int length) {
    return array.length >= length ? array : Arrays.copyOf(array, roomy(length));
  }

  static float[] in(float[] array, int length) {
    return array.length >= length ? array : Arrays.copyOf(array, roomy(length));
  }

  private static int roomy(int length) {
    return Math.addExact(length, length / 8 + LEAST_SPARE);
  }
}
