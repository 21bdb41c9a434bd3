package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.evaluation.Comparison;
import watchnext.snapshot.GateCheck;

/** Where a verb that prints a table keeps it for programs. */
final class OutputOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Path json;

  /** Refuses what cannot be written to at once, not after minutes of work. */
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the table to FILE as JSON too.")
  void json(Path file) {
    try {
      WholeFile.require(file);
    } catch (IOException e) {
      refuse("--json: " + Failure.sentence(e));
    }
    json = file;
  }

  private void refuse(String sentence) {
    if (command != null) {
      throw new ParameterException(command.commandLine(), sentence);
    }
    throw new IllegalArgumentException(sentence);
  }

  /** Writes {@code rows} when a file was asked for. */
  void write(
      String command, long seed, String protocol, List<ResultFile.Row> rows, Terminal terminal)
      throws IOException {
    write(command, seed, protocol, List.of(), rows, List.of(), terminal);
  }

  /** The same with what the gate said of the models, and paired differences. */
  void write(
      String command,
      long seed,
      String protocol,
      List<GateCheck> gate,
      List<ResultFile.Row> rows,
      List<Comparison> comparisons,
      Terminal terminal)
      throws IOException {
    if (json != null) {
      new ResultFile(
              command,
              Machine.commit(),
              Machine.describe(),
              seed,
              protocol,
              gate,
              rows,
              comparisons)
          .write(json);
      terminal.accept("wrote " + json);
    }
  }
}
