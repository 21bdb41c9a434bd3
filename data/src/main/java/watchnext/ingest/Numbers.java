package watchnext.ingest;

/** Numbers in cells, of plain ASCII digits. <i>Stateless.</i> */
final class Numbers {

  /** The answer of {@link #whole} when there is no such number. */
  static final long NO_WHOLE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;
  private static final int LONGEST = 40;

  private Numbers() {}

  /** The whole number of at most 18 digits, with or without a minus, or {@link #NO_WHOLE}. */
  static long whole(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    if (first == text.length() || text.length() - first > MOST_DIGITS) {
      return NO_WHOLE;
    }
    long value = 0;
    for (int i = first; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NO_WHOLE;
      }
      value = value * 10 + digit;
    }
    return first == 1 ? -value : value;
  }

  /**
   * The decimal number, or NaN when there is none: only digits, signs, points and exponents, since
   * the JDK would also take "NaN", "0x1p3" and "1d".
   */
  static double decimal(String text) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text) + 0.0; // no minus zero
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
