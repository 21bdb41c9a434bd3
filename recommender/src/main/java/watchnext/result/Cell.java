package watchnext.result;

import java.util.Locale;
import watchnext.evaluation.Estimate;

/** What stands in one place of a table. <i>Immutable.</i> */
public sealed interface Cell {

  /** Words. */
  record Text(String text) implements Cell {}

  /** A finite number. */
  record Figure(double value) implements Cell {}

  /** A number with its interval, which some estimates lack. */
  record Estimated(Estimate estimate) implements Cell {}

  /** A dash for people, nothing for programs. */
  record Missing() implements Cell {}

  /** Nothing could be measured here. */
  static Cell missing() {
    return new Missing();
  }

  /** Words. */
  static Cell of(String text) {
    return new Text(text);
  }

  /** A number, missing where it is not finite. */
  static Cell of(double value) {
    return Double.isFinite(value) ? new Figure(value) : missing();
  }

  /** An estimate, missing where its value is not finite. */
  static Cell of(Estimate estimate) {
    return Double.isFinite(estimate.value()) ? new Estimated(estimate) : missing();
  }

  /** For people, intervals as {@code style} has them. */
  default String text(Column column, IntervalStyle style) {
    if (this instanceof Text words) {
      return words.text();
    }
    if (this instanceof Figure figure) {
      return number(figure.value(), figure.value(), column);
    }
    if (this instanceof Estimated estimated) {
      return estimate(estimated.estimate(), column, style);
    }
    return "-";
  }

  private static String estimate(Estimate estimate, Column column, IntervalStyle style) {
    double value = estimate.value();
    String number = number(value, value, column);
    if (!estimate.hasInterval()) {
      return number;
    }
    return switch (style) {
      case ENDS ->
          number
              + " ["
              + number(estimate.low(), value, column)
              + ", "
              + number(estimate.high(), value, column)
              + "]";
      case FARTHER_END -> {
        double reach = Math.max(value - estimate.low(), estimate.high() - value);
        yield number + " ±" + plain(Math.max(0, reach), digits(value, column));
      }
    };
  }

  /** {@code value} with as many digits as {@code scale} gets. */
  private static String number(double value, double scale, Column column) {
    int digits = digits(scale, column);
    return column.kind() == Column.Kind.SIGNED
        ? String.format(Locale.ROOT, "%+,." + digits + "f", value)
        : plain(value, digits);
  }

  private static String plain(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** Digits after the point. */
  private static int digits(double value, Column column) {
    if (column.kind() != Column.Kind.SIGNIFICANT) {
      return column.digits();
    }
    if (value == Math.rint(value)) {
      return 0;
    }
    int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    return Math.max(0, column.digits() - before);
  }
}
