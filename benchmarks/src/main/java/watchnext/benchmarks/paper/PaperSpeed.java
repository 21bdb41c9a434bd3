package watchnext.benchmarks.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.app.Machine;
import watchnext.app.OutputOptions;
import watchnext.dataset.Interactions;
import watchnext.evaluation.Estimate;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsPenalty;
import watchnext.model.mf.AlsTrainer;
import watchnext.require.Require;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Table;

/**
 * {@code watchnext paper als-speed}: seconds of an epoch of implicit ALS on the training pairs of
 * Gowalla, on one thread and on more. The first epoch, in which the virtual machine compiles, does
 * not count; the figure is the mean of the rest, its ends the fastest and the slowest.
 */
@Command(
    name = "als-speed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Seconds of an epoch of ALS on Gowalla's train.txt, by threads.")
final class PaperSpeed implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      Stream.of("epoch-seconds", "pairs/s", "speed-up", "peak-heap-mib")
          .map(Column::figure)
          .toList();

  @Mixin private LightGcnFolder folder = new LightGcnFolder();

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "64",
      description = "Dimension of the factors (default: ${DEFAULT-VALUE}).")
  private int dimension = 64;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "8",
      description = "Epochs, of which the first does not count (default: ${DEFAULT-VALUE}).")
  private int epochs = 8;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2",
      description = "Numbers of threads, each a row (default: ${DEFAULT-VALUE}).")
  private List<Integer> threads = List.of(1, 2);

  @Mixin private OutputOptions output = new OutputOptions();

  /** Trains on each number of threads and prints the table. */
  @Override
  public Integer call() throws IOException {
    Require.atLeast("--epochs", epochs, 2);
    Interactions watches = folder.read().train();
    List<Measured> rows = new ArrayList<>();
    double first = 0;
    for (int count : threads) {
      HeapPeak.forget();
      List<Double> seconds = epochSeconds(watches, count);
      double mean = seconds.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
      first = first == 0 ? mean : first;
      Map<String, Estimate> metrics = new LinkedHashMap<>();
      metrics.put("epoch-seconds", PaperRun.estimate(seconds));
      metrics.put("pairs/s", Estimate.of(watches.size() / mean));
      metrics.put("speed-up", Estimate.of(first / mean));
      metrics.put("peak-heap-mib", Estimate.of(HeapPeak.mebibytes()));
      String name = String.format(Locale.ROOT, "als-%d, threads: %d", dimension, count);
      rows.add(new Measured(name, metrics));
    }
    output.write(
        Result.of(
            "Seconds of an epoch",
            Machine.run("paper als-speed", 1, ""),
            Table.measured("threads", "", "", rows, COLUMNS)));
    return 0;
  }

  private List<Double> epochSeconds(Interactions watches, int count) {
    AlsConfig config =
        new AlsConfig(dimension, epochs, 0.01, AlsPenalty.shareOfLoss(0.003), 0.1, count);
    List<Double> seconds = new ArrayList<>();
    long[] last = {System.nanoTime()};
    AlsTrainer.train(
        watches,
        config,
        line -> {
          long now = System.nanoTime();
          seconds.add((now - last[0]) / 1e9);
          last[0] = now;
          System.err.println(count + " threads, " + line);
        },
        new SplittableRandom(1));
    return seconds.subList(1, seconds.size());
  }
}
