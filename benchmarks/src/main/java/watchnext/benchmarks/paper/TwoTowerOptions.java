package watchnext.benchmarks.paper;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import watchnext.model.twotower.TwoTowerConfig;
import watchnext.settings.Settings;

/** Other settings for the two-tower rows of a table. */
final class TwoTowerOptions {

  @Option(
      names = "--tower-dimension",
      paramLabel = "D",
      split = ",",
      description = "Dimensions of the two-tower rows (default: those of the table).")
  private List<Integer> dimensions = List.of();

  @Option(
      names = "--tower",
      paramLabel = "KEY=VALUE",
      description = "One setting of the two-tower rows, such as epochs=4; repeatable.")
  private List<String> values = new ArrayList<>();

  /** The table's settings with what was given in their place. */
  List<TwoTowerConfig> configs(TwoTowerConfig defaults) {
    List<TwoTowerConfig> bases =
        dimensions.isEmpty()
            ? List.of(defaults)
            : dimensions.stream().map(d -> Settings.with(defaults, "dimension=" + d)).toList();
    return bases.stream().map(base -> Settings.set(base, "--tower", values)).toList();
  }
}
