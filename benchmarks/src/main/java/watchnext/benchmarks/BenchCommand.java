package watchnext.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import watchnext.app.Measurements;
import watchnext.app.Verb;
import watchnext.evaluation.Estimate;

/** {@code watchnext bench}: the JMH benchmarks of retrieval, ranking and the whole funnel. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures retrieval, ranking and the whole funnel with JMH, one core, in a JVM of its own.",
      "Recall stands beside every latency of a search."
    })
public final class BenchCommand implements Verb {

  @Option(
      names = "--quick",
      description = "Short warm-up and few iterations: minutes instead of an hour, wider errors.")
  private boolean quick;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Only the benchmarks whose name matches (default: all).")
  private String filter = ".*";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUES",
      description = "Values of a benchmark's parameter, separated by commas, e.g. videos=100000.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the table to FILE as JSON.")
  private @Nullable Path json;

  /** Runs the benchmarks; 0 done, 1 when none matched or one failed. */
  @Override
  public Integer call() throws Exception {
    Collection<RunResult> results;
    try {
      results = new Runner(options()).run();
    } catch (RunnerException e) {
      throw new IllegalArgumentException("the benchmarks did not run: " + e.getMessage(), e);
    }
    Measurements measurements = new Measurements("bench");
    for (RunResult result : results) {
      measurements.add(name(result), metrics(result));
    }
    measurements.print(List.of("micros", "recall"));
    if (json != null) {
      measurements.write(json);
    }
    return results.isEmpty() ? 1 : 0;
  }

  private org.openjdk.jmh.runner.options.Options options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("watchnext\\.benchmarks\\..*" + filter)
            .forks(1)
            .threads(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.NORMAL)
            .timeUnit(TimeUnit.MICROSECONDS)
            .warmupIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(quick ? 5 : 10)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2));
    parameters.forEach((name, values) -> options.param(name, values.split(",", -1)));
    return options.build();
  }

  /** "RetrievalBenchmark.search index=hnswlib videos=100000". */
  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    List<String> words = new ArrayList<>();
    words.add(benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1));
    for (String key : result.getParams().getParamsKeys()) {
      words.add(key + "=" + result.getParams().getParam(key));
    }
    return String.join(" ", words);
  }

  private static Map<String, Estimate> metrics(RunResult result) {
    Map<String, Estimate> metrics = new TreeMap<>();
    metrics.put("micros", estimate(result.getPrimaryResult()));
    result
        .getSecondaryResults()
        .forEach(
            (label, secondary) -> metrics.put(label.toLowerCase(Locale.ROOT), estimate(secondary)));
    return metrics;
  }

  private static Estimate estimate(Result<?> result) {
    double error = Double.isNaN(result.getScoreError()) ? 0 : result.getScoreError();
    double score = result.getScore();
    return new Estimate(score, score - error, score + error);
  }
}
