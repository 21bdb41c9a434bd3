package watchnext.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchnext.event.Recording;
import watchnext.ingest.CsvExport;
import watchnext.result.Result;
import watchnext.study.DataTable;

/** {@code watchnext data}: generate, describe, download. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Generates, describes or downloads data.",
    subcommands = {DataCommand.Generate.class, DataCommand.Describe.class, DownloadCommand.class})
final class DataCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code watchnext data generate}: data as files that anybody can read. */
  @Command(
      name = "generate",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Writes the data as CSV files (docs/data-format.md), to read again with csv:DIR.")
  static final class Generate implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "A new or empty folder.")
    private Path out = Path.of("data");

    @Override
    public Integer call() throws Exception {
      Terminal terminal = new Terminal();
      Recording recording = data.load(terminal);
      CsvExport.write(recording, out);
      output.write(
          Result.of(
              "wrote " + recording.events().size() + " events to " + out,
              Machine.run("data generate " + data.asOptions(), data.seed(), "")),
          terminal);
      return 0;
    }
  }

  /** {@code watchnext data describe}: what is in it. */
  @Command(
      name = "describe",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Prints counts, times, concentration and sparsity of the data.")
  static final class Describe implements Callable<Integer> {

    @Mixin private DataOptions data = new DataOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
      Terminal terminal = new Terminal();
      Recording recording = data.load(terminal);
      output.write(
          Result.of(
                  recording.name(),
                  Machine.run("data describe " + data.asOptions(), data.seed(), ""),
                  DataTable.of(recording))
              .noting(
                  recording.licence().isEmpty()
                      ? List.of()
                      : List.of("Licence: " + recording.licence())),
          terminal);
      return 0;
    }
  }
}
