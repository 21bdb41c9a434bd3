package watchnext.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import watchnext.result.Result;
import watchnext.result.TerminalWriter;
import watchnext.result.Visible;

/**
 * What people see: results on standard output, progress with the seconds so far on standard error.
 * Text of others is printed as {@link Visible} shows it. <i>Confined: the thread of the verb.</i>
 */
final class Terminal implements Consumer<String> {

  private static final int NARROWEST = 40;

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
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds, Visible.line(line));
  }

  /** Prints {@code result} as wide as the launcher found the terminal. */
  void show(Result result) {
    String columns = Optional.ofNullable(System.getenv("WATCHNEXT_COLUMNS")).orElse("");
    new TerminalWriter(out, width(columns)).write(result);
  }

  /** {@code columns} where that is a number a table can stand in. */
  static int width(String columns) {
    return columns.matches("\\d{1,4}")
        ? Math.max(NARROWEST, Integer.parseInt(columns))
        : TerminalWriter.DEFAULT_WIDTH;
  }
}
