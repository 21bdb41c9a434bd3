package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.result.JsonWriter;
import watchnext.result.Result;

/** Where the result of a verb goes beside standard output. <i>Confined: one verb.</i> */
public final class OutputOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable Path json;

  /** Refuses what cannot be written to at once, not after minutes of work. */
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result to FILE as JSON too (docs/results-format.md).")
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

  /** Prints {@code result}, and writes it when a file was asked for. */
  public void write(Result result) throws IOException {
    write(result, new Terminal());
  }

  void write(Result result, Terminal terminal) throws IOException {
    terminal.show(result);
    if (json != null) {
      WholeFile.write(json, JsonWriter.text(result));
      terminal.accept("wrote " + json);
    }
  }
}
