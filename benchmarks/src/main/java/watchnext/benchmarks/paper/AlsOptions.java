package watchnext.benchmarks.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;
import watchnext.model.mf.AlsConfig;
import watchnext.settings.Settings;

/** Other settings for the ALS rows of a table. */
final class AlsOptions {

  @Option(
      names = "--dimension",
      paramLabel = "D",
      split = ",",
      description = "Dimensions of the ALS rows (default: those of the table).")
  private List<Integer> dimensions = List.of();

  @Option(
      names = "--als",
      paramLabel = "KEY=VALUE",
      description = "One setting of the ALS rows, such as penalty.regularization=0.2; repeatable.")
  private List<String> values = new ArrayList<>();

  /** The table's settings with what was given in their place. */
  List<AlsConfig> configs(List<AlsConfig> defaults) {
    List<AlsConfig> bases =
        dimensions.isEmpty()
            ? defaults
            : dimensions.stream()
                .map(d -> Settings.with(nearest(defaults, d), "dimension=" + d))
                .toList();
    return bases.stream().map(base -> Settings.set(base, "--als", values)).toList();
  }

  /** The settings made for the nearest dimension. */
  private static AlsConfig nearest(List<AlsConfig> defaults, int dimension) {
    return defaults.stream()
        .min(Comparator.comparingInt(config -> Math.abs(config.dimension() - dimension)))
        .orElseThrow();
  }
}
