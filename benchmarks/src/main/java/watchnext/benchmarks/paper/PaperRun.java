package watchnext.benchmarks.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import watchnext.app.Machine;
import watchnext.dataset.Interactions;
import watchnext.evaluation.Estimate;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Table;

/**
 * Trains and judges the methods of a table, once for each seed, and notes quality, time and memory.
 *
 * <p>A figure is the mean over the seeds; its ends are the smallest and the largest of them.
 * <i>Confined: one thread at a time.</i>
 */
final class PaperRun {

  private final Interactions train;
  private final Function<Scorer, Map<String, Double>> judge;
  private final PaperOptions options;
  private final Consumer<String> progress;
  private final String command;
  private final List<Measured> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param train what the methods are trained on
   * @param judge the metrics of a trained method
   */
  PaperRun(
      String command,
      Interactions train,
      Function<Scorer, Map<String, Double>> judge,
      PaperOptions options,
      Consumer<String> progress) {
    this.train = train;
    this.judge = judge;
    this.options = options;
    this.progress = progress;
    this.command = command;
  }

  /** Adds a row from a paper. */
  void published(
      String name, String firstMetric, double first, String secondMetric, double second) {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put(firstMetric, Estimate.of(first));
    metrics.put(secondMetric, Estimate.of(second));
    rows.add(new Measured(name + " (published)", metrics));
  }

  /** Trains and judges a method, when its row is wanted. */
  void ours(Method method) {
    if (!options.wants(method.name())) {
      return;
    }
    Map<String, List<Double>> values = new LinkedHashMap<>();
    int seeds = method.isRandom() ? options.seeds() : 1;
    for (int seed = 1; seed <= seeds; seed++) {
      Map<String, Double> once = once(method, seed);
      once.forEach(
          (name, value) -> values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
      progress.accept(String.format(Locale.ROOT, "%s, seed %d: %s", method.name(), seed, once));
    }
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    values.forEach((name, list) -> metrics.put(name, estimate(list)));
    metrics.put("seeds", Estimate.of(seeds));
    rows.add(new Measured(method.name(), metrics));
  }

  private Map<String, Double> once(Method method, int seed) {
    HeapPeak.forget();
    long start = System.nanoTime();
    Scorer scorer = method.training().train(train, new SplittableRandom(seed), progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    double peak = HeapPeak.mebibytes();
    Map<String, Double> result = new LinkedHashMap<>(judge.apply(scorer));
    result.put("train-seconds", seconds);
    result.put("judge-seconds", (System.nanoTime() - start) / 1e9 - seconds);
    result.put("peak-heap-mib", peak);
    return result;
  }

  /** The mean, with the smallest and the largest as its ends. */
  static Estimate estimate(List<Double> values) {
    double mean = values.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
    if (values.size() < 2) {
      return Estimate.of(mean);
    }
    double low = values.stream().mapToDouble(x -> x).min().orElse(mean);
    double high = values.stream().mapToDouble(x -> x).max().orElse(mean);
    return new Estimate(mean, low, high);
  }

  /** Prints the table, and writes it when a file was asked for. */
  void finish(List<String> metrics) throws IOException {
    List<Column> columns = new ArrayList<>();
    metrics.forEach(metric -> columns.add(Column.number(metric, 4)));
    Stream.of("seeds", "train-seconds", "judge-seconds", "peak-heap-mib")
        .map(Column::figure)
        .forEach(columns::add);
    options.write(
        Result.of(
            command,
            Machine.run(command, 1, "Means over seeds, with the smallest and the largest."),
            Table.measured("methods", "", "", rows, columns)));
  }
}
