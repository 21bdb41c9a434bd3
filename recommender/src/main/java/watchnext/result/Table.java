package watchnext.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchnext.require.Require;

/**
 * Rows of cells under headers. <i>Immutable.</i>
 *
 * @param key its name for programs
 * @param title one line above it; empty where the section says it all
 * @param note how to read it; empty for none
 * @param columns left to right; their headers differ
 * @param rows each as long as there are columns
 */
public record Table(
    String key, String title, String note, List<Column> columns, List<List<Cell>> rows) {

  /** Takes unmodifiable copies. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    Require.that(!key.isBlank(), "a table must have a key, was \"%s\"", key);
    Require.that(!columns.isEmpty(), "table %s must have a column, had none", key);
    long headers = columns.stream().map(Column::header).distinct().count();
    Require.that(headers == columns.size(), "headers of table %s must differ: %s", key, columns);
    for (List<Cell> row : rows) {
      Require.that(
          row.size() == columns.size(),
          "a row of table %s must have %s cells, had %s",
          key,
          columns.size(),
          row.size());
    }
  }

  /** One row an item. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is read alone
  public static <T> Table of(
      String key, String title, String note, List<T> items, Field<T>... fields) {
    return of(key, title, note, items, List.of(fields));
  }

  /** One row an item. */
  public static <T> Table of(
      String key, String title, String note, List<T> items, List<Field<T>> fields) {
    return new Table(
        key,
        title,
        note,
        fields.stream().map(Field::column).toList(),
        items.stream()
            .map(item -> fields.stream().map(field -> field.cell().apply(item)).toList())
            .toList());
  }

  /**
   * One row a measured thing: its name, the metrics of {@code shown} in their order, and all others
   * that a row has, by name, for programs alone.
   *
   * @param shown columns of metrics; those that no row has are left out
   */
  public static Table measured(
      String key, String title, String note, List<Measured> rows, List<Column> shown) {
    TreeSet<String> others = new TreeSet<>();
    rows.forEach(row -> others.addAll(row.metrics().keySet()));
    List<Field<Measured>> fields = new ArrayList<>();
    fields.add(Field.text("name", Measured::name));
    for (Column column : shown) {
      if (others.remove(column.name())) {
        fields.add(new Field<>(column, row -> row.cell(column.name())));
      }
    }
    for (String name : others) {
      fields.add(new Field<>(Column.figure(name).asDetail(), row -> row.cell(name)));
    }
    return of(key, title, note, rows, fields);
  }

  /** One row a figure, by its name. */
  public static Table figures(String key, String title, Map<String, Cell> figures) {
    return new Table(
        key,
        title,
        "",
        List.of(Column.text("figure"), Column.figure("value")),
        figures.entrySet().stream().map(e -> List.of(Cell.of(e.getKey()), e.getValue())).toList());
  }

  /** The columns for people. */
  Table shown() {
    int[] shown =
        IntStream.range(0, columns.size()).filter(c -> !columns.get(c).isDetail()).toArray();
    return part(shown);
  }

  /** Some of the columns. */
  Table part(int... chosen) {
    return new Table(
        key,
        title,
        note,
        IntStream.of(chosen).mapToObj(columns::get).toList(),
        rows.stream().map(row -> IntStream.of(chosen).mapToObj(row::get).toList()).toList());
  }

  /** The cells of one column. */
  Stream<Cell> cells(int column) {
    return rows.stream().map(row -> row.get(column));
  }
}
