package watchnext.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as lines of text: a header, a rule below it, rows. Numbers stand at the right of their
 * column. A table that is too wide gives way in this order: words wrap inside their cell, intervals
 * become a ±, and last the columns are split into parts that repeat the first column.
 * <i>Immutable.</i>
 */
final class TextTable {

  private static final String GAP = "  ";

  /** A column of words is not made narrower than this by wrapping. */
  private static final int LEAST_WORDS = 20;

  private final Table table;
  private final IntervalStyle style;

  /** What a column needs: {@code least} characters, {@code natural} without any wrapping. */
  private record Width(int least, int natural) {}

  private TextTable(Table table, IntervalStyle style) {
    this.table = table;
    this.style = style;
  }

  /** The shown columns of {@code table} in lines of at most {@code width} characters. */
  static List<String> lines(Table table, int width) {
    Table shown = table.shown();
    for (IntervalStyle style : IntervalStyle.values()) {
      TextTable text = new TextTable(shown, style);
      if (total(text.leasts()) <= width) {
        return text.fitted(width);
      }
    }
    return new TextTable(shown, IntervalStyle.FARTHER_END).split(width);
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private int[] leasts() {
    return columns().map(c -> width(c).least()).toArray();
  }

  private IntStream columns() {
    return IntStream.range(0, table.columns().size());
  }

  private Width width(int column) {
    String header = header(column);
    int least = Wrap.longestWord(header);
    int natural = Wrap.length(header);
    for (Cell cell : table.cells(column).toList()) {
      String text = text(cell, column);
      int length = Wrap.length(text);
      natural = Math.max(natural, length);
      int needed = cell instanceof Cell.Text ? Math.min(length, LEAST_WORDS) : length;
      least = Math.max(least, needed);
    }
    return new Width(least, natural);
  }

  private String header(int column) {
    return Visible.line(table.columns().get(column).header());
  }

  private String text(Cell cell, int column) {
    return Visible.line(cell.text(table.columns().get(column), style));
  }

  /** As many columns as have room beside the first, then the others below. */
  private List<String> split(int width) {
    int[] leasts = leasts();
    List<String> lines = new ArrayList<>();
    int from = 1;
    while (from < leasts.length) {
      int room = width - leasts[0];
      int to = from;
      while (to < leasts.length && (to == from || room >= GAP.length() + leasts[to])) {
        room -= GAP.length() + leasts[to++];
      }
      lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
      int[] part = IntStream.concat(IntStream.of(0), IntStream.range(from, to)).toArray();
      lines.addAll(new TextTable(table.part(part), style).fitted(width));
      from = to;
    }
    return lines;
  }

  /** All columns side by side. */
  private List<String> fitted(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.addAll(line(columns().mapToObj(this::header).toList(), widths));
    String rule = String.join(GAP, IntStream.of(widths).mapToObj("-"::repeat).toList());
    lines.add(rule);
    for (List<Cell> row : table.rows()) {
      lines.addAll(line(columns().mapToObj(c -> text(row.get(c), c)).toList(), widths));
    }
    return lines;
  }

  /** What room is left goes, one by one, to the column whose words would fill the most lines. */
  private int[] widths(int width) {
    int[] widths = leasts();
    int[] natural = columns().map(c -> width(c).natural()).toArray();
    for (int left = width - total(widths); left > 0; left--) {
      int neediest = 0;
      for (int c = 1; c < widths.length; c++) {
        if (natural[c] * (double) widths[neediest] > natural[neediest] * (double) widths[c]) {
          neediest = c;
        }
      }
      if (widths[neediest] >= natural[neediest]) {
        break;
      }
      widths[neediest]++;
    }
    return widths;
  }

  /** One row, as many lines as its longest cell fills. */
  private List<String> line(List<String> cells, int[] widths) {
    List<List<String>> wrapped =
        columns().mapToObj(c -> Wrap.cut(cells.get(c), widths[c])).toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String part = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : "";
        String padding = " ".repeat(Math.max(0, widths[c] - Wrap.length(part)));
        boolean isLeft = table.columns().get(c).kind() == Column.Kind.TEXT;
        line.append(c == 0 ? "" : GAP).append(isLeft ? part + padding : padding + part);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
