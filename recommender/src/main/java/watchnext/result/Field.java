package watchnext.result;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import watchnext.evaluation.Estimate;

/**
 * A column beside the way to fill it from one item of a list. <i>Immutable.</i>
 *
 * @param <T> what a row is made from
 */
public record Field<T>(Column column, Function<T, Cell> cell) {

  /** Words. */
  public static <T> Field<T> text(String name, Function<T, String> words) {
    return new Field<>(Column.text(name), item -> Cell.of(words.apply(item)));
  }

  /** Numbers with {@code digits} digits after the point. */
  public static <T> Field<T> number(String name, int digits, ToDoubleFunction<T> number) {
    return new Field<>(Column.number(name, digits), item -> Cell.of(number.applyAsDouble(item)));
  }

  /** Numbers of any size. */
  public static <T> Field<T> figure(String name, ToDoubleFunction<T> number) {
    return new Field<>(Column.figure(name), item -> Cell.of(number.applyAsDouble(item)));
  }

  /** Estimates with {@code digits} digits after the point. */
  public static <T> Field<T> estimate(String name, int digits, Function<T, Estimate> estimate) {
    return new Field<>(Column.number(name, digits), item -> Cell.of(estimate.apply(item)));
  }

  /** The same with a unit. */
  public Field<T> in(String unit) {
    return new Field<>(column.in(unit), cell);
  }

  /** The same with its sign, since it is a difference. */
  public Field<T> signed() {
    return new Field<>(Column.difference(column.name(), column.digits()).in(column.unit()), cell);
  }

  /** The same for programs alone. */
  public Field<T> asDetail() {
    return new Field<>(column.asDetail(), cell);
  }
}
