package watchnext.result;

import watchnext.require.Require;

/**
 * A column of a table: its header, and how its numbers are written for people. Programs get every
 * number in full. <i>Immutable.</i>
 *
 * @param name what stands in it
 * @param unit of its numbers; empty for shares, counts and text
 * @param kind how a number is written
 * @param digits after the point, or significant ones, as {@code kind} says
 * @param isDetail whether the column is for programs alone
 */
public record Column(String name, String unit, Kind kind, int digits, boolean isDetail) {

  private static final int SIGNIFICANT = 4;

  /** How a number is written. */
  public enum Kind {
    /** Words, from the left. */
    TEXT,
    /** A fixed number of digits after the point. */
    FIXED,
    /** The same with a sign, since it is a difference. */
    SIGNED,
    /** Significant digits, for columns whose numbers are of any size; whole numbers stay whole. */
    SIGNIFICANT
  }

  /** Checks that there is a name and a number of digits. */
  public Column {
    Require.that(!name.isBlank(), "a column must have a name, was \"%s\"", name);
    Require.atLeast("digits", digits, 0);
  }

  /** A column of words. */
  public static Column text(String name) {
    return new Column(name, "", Kind.TEXT, 0, false);
  }

  /** A column of numbers with {@code digits} digits after the point. */
  public static Column number(String name, int digits) {
    return new Column(name, "", Kind.FIXED, digits, false);
  }

  /** A column of differences, each with its sign. */
  public static Column difference(String name, int digits) {
    return new Column(name, "", Kind.SIGNED, digits, false);
  }

  /** A column of numbers of any size, with four significant digits. */
  public static Column figure(String name) {
    return new Column(name, "", Kind.SIGNIFICANT, SIGNIFICANT, false);
  }

  /** The same with a unit. */
  public Column in(String unit) {
    return new Column(name, unit, kind, digits, isDetail);
  }

  /** The same for programs alone. */
  public Column asDetail() {
    return new Column(name, unit, kind, digits, true);
  }

  /** Name and unit, as all three writers have them: "time, ms". */
  public String header() {
    return unit.isEmpty() ? name : name + ", " + unit;
  }
}
