package watchnext.require;

import java.util.Locale;

/**
 * Checks of arguments. Each failure is an {@link IllegalArgumentException} whose message states the
 * rule, then the value: "epochs must be at least 1, was 0". NaN fails every check of a range.
 *
 * <p>Every method may be called from any thread.
 */
public final class Require {

  private Require() {}

  /**
   * Checks {@code holds}.
   *
   * @param rule the rule and the value, as for {@link String#format}
   */
  public static void that(boolean holds, String rule, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, rule, values));
    }
  }

  /** Checks that {@code value} is at least {@code least}. */
  public static void atLeast(String name, long value, long least) {
    that(value >= least, "%s must be at least %s, was %s", name, least, value);
  }

  /** Checks that {@code value} is at least {@code least}. */
  public static void atLeast(String name, double value, long least) {
    that(value >= least, "%s must be at least %s, was %s", name, least, value);
  }

  /** Checks that {@code value} is in [least, most]. */
  public static void within(String name, long value, long least, long most) {
    that(
        value >= least && value <= most,
        "%s must be in [%s, %s], was %s",
        name,
        least,
        most,
        value);
  }

  /** Checks that {@code value} is in [least, most]. */
  public static void within(String name, double value, long least, long most) {
    that(
        value >= least && value <= most,
        "%s must be in [%s, %s], was %s",
        name,
        least,
        most,
        value);
  }

  /** Checks that {@code value} is finite and greater than 0. */
  public static void positive(String name, double value) {
    that(value > 0 && value <= Double.MAX_VALUE, "%s must be greater than 0, was %s", name, value);
  }

  /** Checks that {@code value} is in (0, 1]. */
  public static void share(String name, double value) {
    that(value > 0 && value <= 1, "%s must be in (0, 1], was %s", name, value);
  }
}
