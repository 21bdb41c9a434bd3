package watchnext.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.Measurements;

/** The option {@code --json} of the commands that print a table. <i>Confined: one command.</i> */
public final class TableFile {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Path json;

  /** Refuses what cannot be written to at once, not after minutes of work. */
  @Option(names = "--json", paramLabel = "FILE", description = "Write the table to FILE as JSON.")
  void json(Path file) {
    if (Files.isDirectory(file) && command != null) {
      throw new ParameterException(
          command.commandLine(), "--json must name a file, " + file + " is a folder");
    }
    json = file;
  }

  /** Writes {@code table} when a file was asked for. */
  public void write(Measurements table) throws IOException {
    if (json != null) {
      table.write(json);
    }
  }
}
