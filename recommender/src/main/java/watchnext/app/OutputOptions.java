package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a verb that prints a table keeps it for programs. */
final class OutputOptions {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the table to FILE as JSON too.")
  private @Nullable Path json;

  /** Writes {@code rows} when a file was asked for. */
  void write(
      String command, long seed, String protocol, List<ResultFile.Row> rows, Terminal terminal)
      throws IOException {
    if (json != null) {
      new ResultFile(command, Machine.commit(), Machine.describe(), seed, protocol, rows)
          .write(json);
      terminal.accept("wrote " + json);
    }
  }
}
