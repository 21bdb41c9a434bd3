package watchnext.catalog;

/**
 * The circumstances of a request: when it is made and on what device. Time is an argument
 * everywhere; nothing below reads a clock. <i>Immutable.</i>
 *
 * @param epochSecond seconds since 1970, UTC
 * @param device the device in use, empty when unknown
 */
public record Context(long epochSecond, String device) {

  /** A context of which only the time is known. */
  public static Context at(long epochSecond) {
    return new Context(epochSecond, "");
  }

  /** Hour of the day in UTC, 0 to 23. */
  public int hour() {
    return Math.floorMod(Math.floorDiv(epochSecond, 3600L), 24);
  }

  /** Day of the week, 0 (Monday) to 6 (Sunday); 1 January 1970 was a Thursday. */
  public int dayOfWeek() {
    return Math.floorMod(Math.floorDiv(epochSecond, 86_400L) + 3, 7);
  }
}
