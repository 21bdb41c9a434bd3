package watchnext.app;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import watchnext.result.Visible;

/**
 * What people see: results on standard output, progress with the seconds so far on standard error.
 * Text of others is printed as {@link Visible} shows it. <i>Confined: the thread of the verb.</i>
 */
final class Terminal implements Consumer<String> {

  private final PrintStream out;
  private final PrintStream err;
  private final long start = System.nanoTime();

  Terminal() {
    this(System.out, System.err);
  }

  Terminal(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** A line of progress. */
  @Override
  public void accept(String line) {
    err.printf(java.util.Locale.ROOT, "[%6.1f s] %s%n", seconds(), Visible.line(line));
  }

  /** Seconds since the verb began. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** A line of result. */
  void print(String line) {
    out.println(Visible.line(line));
  }

  /** A table of results; the first column is text, the rest are figures. */
  void table(List<String> header, List<List<String>> rows) {
    Column[] columns = new Column[header.size()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          new Column()
              .header(Visible.line(header.get(c)))
              .headerAlign(c == 0 ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
              .dataAlign(c == 0 ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT)
              .maxWidth(60);
    }
    String[][] cells =
        rows.stream()
            .map(row -> row.stream().map(Visible::line).toArray(String[]::new))
            .toArray(String[][]::new);
    out.println(
        AsciiTable.builder().border(AsciiTable.BASIC_ASCII).data(columns, cells).asString());
  }
}
