package watchnext.benchmarks;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchnext.app.Machine;
import watchnext.app.OutputOptions;
import watchnext.app.Verb;
import watchnext.evaluation.Estimate;
import watchnext.require.Require;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Table;

/** {@code watchnext bench}: the JMH benchmarks of retrieval, ranking and the whole funnel. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = IndexBench.class,
    description = {
      "Measures retrieval, ranking and the whole funnel with JMH, one core, in a JVM of its own.",
      "Recall stands beside every latency of a search."
    })
public final class BenchCommand implements Verb {

  /** What {@code --quick} measures where {@code --param} says nothing else. */
  private static final Map<String, String> QUICK =
      Map.of("videos", "10000", "k", "100", "ef", "100", "world", "tiny");

  private static final List<Column> FIGURES =
      Stream.of("micros", "p50", "p99", "recall", "bytes", "examplespersecond", "heapmib")
          .map(Column::figure)
          .toList();

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--quick",
      description = "Small sizes and few iterations: minutes instead of an hour, wider errors.")
  private boolean quick;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Only the benchmarks whose name matches (default: all).")
  private Pattern filter = Pattern.compile(".*");

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUES",
      description = "Values of a benchmark's parameter, separated by commas, e.g. videos=100000.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Mixin private OutputOptions output = new OutputOptions();

  /** Runs the benchmarks; 0 done, 1 when none matched or one failed. */
  @Override
  public Integer call() throws Exception {
    // What JMH tells while it runs is progress: standard output belongs to the table.
    OutputFormat progress =
        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    Require.that(
        !BenchmarkList.defaultList().find(progress, List.of(include()), List.of()).isEmpty(),
        "no benchmark's name matches --filter %s",
        filter);
    Collection<RunResult> results = run(progress);
    List<Measured> rows =
        results.stream().map(result -> new Measured(name(result), metrics(result))).toList();
    output.write(
        Result.of(
            "Benchmarks",
            Machine.run(typed(), 0, ""),
            Table.measured("benchmarks", "", "", rows, FIGURES)));
    return 0;
  }

  /** JMH repeats on standard output whatever a benchmark's own JVM prints there. */
  private Collection<RunResult> run(OutputFormat progress) {
    PrintStream out = System.out;
    System.setOut(System.err);
    try {
      return new Runner(options(), progress).run();
    } catch (RunnerException e) {
      throw new IllegalArgumentException("the benchmarks did not run: " + e.getMessage(), e);
    } finally {
      System.setOut(out);
    }
  }

  /** The command as it was typed. */
  private String typed() {
    List<String> arguments =
        spec == null ? List.of() : spec.commandLine().getParseResult().originalArgs();
    return String.join(" ", arguments);
  }

  private String include() {
    return "watchnext\\.benchmarks\\..*(?:" + filter + ")";
  }

  private Options options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include())
            .forks(1)
            .threads(1)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .timeUnit(TimeUnit.MICROSECONDS)
            .warmupIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(quick ? 5 : 10)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2));
    Map<String, String> values = new LinkedHashMap<>(quick ? QUICK : Map.of());
    values.putAll(parameters);
    values.forEach((name, list) -> options.param(name, list.split(",", -1)));
    return options.build();
  }

  /** "RetrievalBenchmark.search index=hnswlib videos=100000". */
  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    List<String> words = new ArrayList<>();
    words.add(benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1));
    for (String key : result.getParams().getParamsKeys()) {
      if (key.equals("folder")) {
        continue; // where an index was kept says nothing about it
      }
      words.add(key + "=" + result.getParams().getParam(key));
    }
    return String.join(" ", words);
  }

  private static Map<String, Estimate> metrics(RunResult result) {
    Map<String, Estimate> metrics = new TreeMap<>();
    metrics.put("micros", estimate(result.getPrimaryResult()));
    result
        .getSecondaryResults()
        .forEach((label, secondary) -> metrics.put(figure(label), estimate(secondary)));
    return metrics;
  }

  /** "recommend·p0.99" is "p99"; a counter keeps its own name. */
  static String figure(String label) {
    String last = label.substring(label.lastIndexOf('·') + 1);
    if (last.equals(ALLOCATED)) {
      return "bytes";
    }
    return last.matches("p\\d\\.\\d+")
        ? "p"
            + new BigDecimal(last.substring(1))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString()
        : last.toLowerCase(Locale.ROOT);
  }

  private static Estimate estimate(org.openjdk.jmh.results.Result<?> result) {
    double error = result.getScoreError();
    double score = result.getScore();
    return Double.isNaN(error) || Double.isInfinite(error)
        ? Estimate.of(score)
        : new Estimate(score, score - error, score + error);
  }
}
