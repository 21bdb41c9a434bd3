package watchnext.ingest;

/**
 * Numbers out of a slice of characters, without garbage on the usual path: 25 million rows have 100
 * million of them. <i>Immutable.</i>
 */
final class Numbers {

  /** The answer of {@link #whole} when there is no such number. */
  static final long NO_WHOLE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;
  private static final int EXACT_DIGITS = 15;
  private static final int LONGEST = 40;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /** The whole number of at most 18 digits, with or without a minus, or {@link #NO_WHOLE}. */
  static long whole(char[] chars, int from, int to) {
    boolean negative = from < to && chars[from] == '-';
    int first = negative ? from + 1 : from;
    if (first >= to || to - first > MOST_DIGITS) {
      return NO_WHOLE;
    }
    long value = 0;
    for (int i = first; i < to; i++) {
      int digit = chars[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_WHOLE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /**
   * The decimal number, or NaN when there is none. Up to 15 digits are an exact quotient of two
   * exact doubles and so correctly rounded; longer ones and exponents go to the JDK.
   */
  static double decimal(char[] chars, int from, int to) {
    long digits = 0;
    int point = -1;
    int count = 0;
    for (int i = from; i < to; i++) {
      int digit = chars[i] - '0';
      if (chars[i] == '.' && point < 0) {
        point = i;
      } else if (digit >= 0 && digit <= 9 && count < EXACT_DIGITS) {
        digits = digits * 10 + digit;
        count++;
      } else {
        return slowDecimal(chars, from, to);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    return point < 0 ? digits : digits / POWERS_OF_TEN[to - point - 1];
  }

  /** Only digits, signs, points and exponents: the JDK would also take "NaN", "0x1p3" and "1d". */
  private static double slowDecimal(char[] chars, int from, int to) {
    if (to - from > LONGEST) {
      return Double.NaN;
    }
    for (int i = from; i < to; i++) {
      if ("0123456789+-.eE".indexOf(chars[i]) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(new String(chars, from, to - from)) + 0.0;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
