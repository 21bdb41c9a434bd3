package watchnext.model.ranker;

/** Finds NaN, the mark of an unknown value, in blocks of features. <i>Stateless.</i> */
final class Unknowns {

  private Unknowns() {}

  /**
   * Whether one of the first {@code length} values is NaN (or infinite: the caller's careful path
   * then only costs time). Zero times a finite value is zero, so the sums stay zero unless a value
   * is not finite; four of them, so that no addition waits for the one before.
   */
  static boolean any(float[] values, int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      a += values[i] * 0f;
      b += values[i + 1] * 0f;
      c += values[i + 2] * 0f;
      d += values[i + 3] * 0f;
    }
    for (; i < length; i++) {
      a += values[i] * 0f;
    }
    return Float.isNaN(a + b + c + d);
  }

  /** Replaces NaN by 0 among the first {@code length} values. */
  static void toZero(float[] values, int length) {
    for (int i = 0; i < length; i++) {
      if (Float.isNaN(values[i])) {
        values[i] = 0;
      }
    }
  }
}
