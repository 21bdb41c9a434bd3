package watchnext.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The one rule for times from outside: whole seconds since 1970 (UTC), or an ISO-8601 instant with
 * a zone. Files, uploads and the command line all ask here.
 *
 * <p>A number that is plausibly something else is refused with a hint: milliseconds, the day number
 * of a spreadsheet, a date without separators. The price is small: numbers from {@value
 * #FIRST_EXCEL_DAY} to {@value #LAST_EXCEL_DAY} are a few hours of 1 January 1970, and those that
 * read as a date of the years 1900 to 2100 are a few days of August of that year. Who means them
 * writes them as instants. <i>Stateless.</i>
 */
public final class EpochSeconds {

  /** What a cell or option must hold. */
  public static final String EXPECTED =
      "seconds since 1970 or an instant such as 2024-05-01T12:00:00Z";

  /** 1 January of the year 1: no film, watch or upload is older. */
  static final long FIRST = -62_135_596_800L;

  /** The last second of the year 2200; larger numbers are not seconds. */
  static final long LAST = 7_289_654_399L;

  private static final long FIRST_EXCEL_DAY = 20_000;
  private static final long LAST_EXCEL_DAY = 80_000;
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final long FIRST_DATE = 19_000_101;
  private static final long LAST_DATE = 21_001_231;
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,17}");
  private static final Pattern NANOSECONDS = Pattern.compile("[0-9]{18,19}");
  private static final Pattern FRACTION = Pattern.compile("[0-9]{1,12}[.,][0-9]+");

  private EpochSeconds() {}

  /**
   * The seconds that {@code text} says.
   *
   * @throws IllegalArgumentException when it is no plausible time: what was expected, what was
   *     found, what that looks like
   */
  public static long parse(String text) {
    if (WHOLE.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (isPlausible(number)) {
        return number;
      }
    } else if (!text.isEmpty()) {
      try {
        long seconds = Instant.parse(text).getEpochSecond();
        if (seconds >= FIRST && seconds <= LAST) {
          return seconds;
        }
      } catch (DateTimeException e) {
        // Told below, with a hint.
      }
    }
    throw new IllegalArgumentException(
        "expected " + EXPECTED + ", was \"" + text + '"' + hint(text));
  }

  /** Whether {@code number} can be meant as seconds since 1970. */
  public static boolean isPlausible(long number) {
    return number >= FIRST && number <= LAST && !isExcelDay(number) && !isDate(number);
  }

  /** The text that {@link #parse} reads back: the number, or an instant where that is ambiguous. */
  public static String text(long epochSecond) {
    return isPlausible(epochSecond)
        ? Long.toString(epochSecond)
        : Instant.ofEpochSecond(epochSecond).toString();
  }

  /** What {@code text} looks like, with a leading space; empty when it looks like nothing. */
  public static String hint(String text) {
    if (WHOLE.matcher(text).matches()) {
      return hint(Long.parseLong(text));
    }
    if (NANOSECONDS.matcher(text).matches()) {
      return " (looks like nanoseconds)";
    }
    if (FRACTION.matcher(text).matches()) {
      long whole = Long.parseLong(text.split("[.,]", 2)[0]);
      return isExcelDay(whole) ? hint(whole) : " (seconds must be whole)";
    }
    return hintOfDate(text);
  }

  private static String hint(long number) {
    if (isExcelDay(number)) {
      return " (looks like an Excel day number, that of " + EXCEL_EPOCH.plusDays(number) + ")";
    }
    if (isDate(number)) {
      return " (looks like a date without separators)";
    }
    long size = Math.abs(number);
    if (size >= 100_000_000_000_000L) {
      return " (looks like microseconds)";
    }
    return size >= 100_000_000_000L ? " (looks like milliseconds)" : "";
  }

  private static String hintOfDate(String text) {
    try {
      LocalDateTime.parse(text.replace(' ', 'T'));
      return " (looks like a time without a zone, add Z for UTC)";
    } catch (DateTimeException e) {
      // Not that.
    }
    try {
      return " (looks like a date without a time, write " + LocalDate.parse(text) + "T00:00:00Z)";
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static boolean isExcelDay(long number) {
    return number >= FIRST_EXCEL_DAY && number <= LAST_EXCEL_DAY;
  }

  private static boolean isDate(long number) {
    if (number < FIRST_DATE || number > LAST_DATE) {
      return false;
    }
    try {
      LocalDate.parse(Long.toString(number), DateTimeFormatter.BASIC_ISO_DATE);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
