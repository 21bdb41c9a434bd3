package watchnext.benchmarks.paper;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.app.OutputOptions;
import watchnext.require.Require;
import watchnext.result.Result;

/** What every table's command can be told. */
final class PaperOptions {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Train every model that draws at random with seeds 1 to N (default: 3).")
  private int seeds = 3;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads to train and judge on (default: 2).")
  private int threads = 2;

  @Option(
      names = "--rows",
      paramLabel = "NAMES",
      split = ",",
      description = "Only these rows of ours, separated by commas (default: all).")
  private List<String> rows = List.of();

  @Mixin private OutputOptions output = new OutputOptions();

  int seeds() {
    Require.atLeast("--seeds", seeds, 1);
    return seeds;
  }

  int threads() {
    return threads;
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }

  void write(Result result) throws IOException {
    output.write(result);
  }
}
