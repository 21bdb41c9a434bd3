package watchnext.benchmarks.ablation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.DataOptions;
import watchnext.app.Machine;
import watchnext.app.OutputOptions;
import watchnext.app.SettingsOptions;
import watchnext.app.Verb;
import watchnext.assembly.RebuildConfig;
import watchnext.result.Column;
import watchnext.result.Measured;
import watchnext.result.Result;
import watchnext.result.Table;
import watchnext.settings.Settings;

/**
 * {@code watchnext ablation}: what each ingredient of the embedding model is worth, over several
 * seeds. <i>Confined: one thread.</i>
 */
@Command(
    name = "ablation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = RankersCommand.class,
    description = {
      "Trains the two-tower model with each ingredient on and off, over seeds.",
      "Unless set otherwise, at most 3000 requests are judged (evaluation.maxRequests)."
    })
public final class AblationCommand implements Verb {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Train every row with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds = 5;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "60000",
      description =
          "Train on at most N examples, taken evenly over time (default: ${DEFAULT-VALUE}).")
  private int examples = 60_000;

  @Option(
      names = "--rows",
      paramLabel = "TEXT",
      split = ",",
      description = "Only ingredients whose name holds one of these texts (default: all).")
  private List<String> rows = List.of();

  @Option(
      names = "--validation",
      description =
          "Judge on the validation period, of models trained before it, instead of the test"
              + " period.")
  private boolean validation;

  @Mixin private OutputOptions output = new OutputOptions();

  /** Trains, judges and prints. */
  @Override
  public Integer call() throws IOException {
    requireAtLeast("--seeds", seeds, 1);
    requireAtLeast("--examples", examples, 2);
    RebuildConfig base = Settings.with(RebuildConfig.defaults(1), "evaluation.maxRequests=3000");
    RebuildConfig config = settings.over(base);
    AblationStudy study =
        new AblationStudy(
            data.load(),
            config,
            examples,
            validation ? Period.VALIDATION : Period.TEST,
            System.err::println);
    SeedTable values = new SeedTable(Ingredient.NONE.name());
    for (int seed = 1; seed <= seeds; seed++) {
      values.add(study.run(wanted(), seed));
      System.err.println("seeds so far: " + seed + " of " + seeds);
    }
    List<Measured> figures = values.rows();
    List<Column> metrics = AblationStudy.METRICS.stream().map(Column::figure).toList();
    List<Column> differences =
        AblationStudy.METRICS.stream()
            .map(values::difference)
            .map(name -> Column.difference(name, 4))
            .toList();
    output.write(
        Result.of(
            "What each ingredient is worth",
            Machine.run("ablation " + data.asOptions() + settings.asOptions(), 1, study.protocol()),
            Table.measured("ingredients", "", "", figures, metrics),
            Table.measured("differences", "Differences", "", figures, differences)));
    return 0;
  }

  private void requireAtLeast(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least " + least + ", was " + value);
    }
  }

  private List<Ingredient> wanted() {
    List<Ingredient> wanted = new ArrayList<>(List.of(Ingredient.NONE));
    Ingredients.all().stream()
        .filter(i -> rows.isEmpty() || rows.stream().anyMatch(i.name()::contains))
        .forEach(wanted::add);
    return wanted;
  }
}
