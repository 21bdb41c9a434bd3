package watchnext.benchmarks.ablation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.DataOptions;
import watchnext.app.Measurements;
import watchnext.app.Verb;
import watchnext.benchmarks.TableFile;
import watchnext.evaluation.Estimate;

/**
 * {@code watchnext ablation}: what each ingredient of the embedding model is worth, over several
 * seeds. <i>Confined: one thread.</i>
 */
@Command(
    name = "ablation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Trains the two-tower model with each ingredient on and off, over seeds.")
public final class AblationCommand implements Verb {

  private static final String DIFFERENCE = " - default";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Train every row with seeds 1 to N (default: ${DEFAULT-VALUE}).")
  private int seeds = 5;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "0",
      description = "Epochs of every training (default: those of the model).")
  private int epochs;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "60000",
      description =
          "Train on at most N examples, taken evenly over time (default: ${DEFAULT-VALUE}).")
  private int examples = 60_000;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Judge on at most N requests (default: ${DEFAULT-VALUE}).")
  private int requests = 3000;

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

  @Mixin private TableFile file = new TableFile();

  /** Trains, judges and prints. */
  @Override
  public Integer call() throws IOException {
    requireAtLeast("--seeds", seeds, 1);
    requireAtLeast("--epochs", epochs, 0);
    requireAtLeast("--examples", examples, 2);
    requireAtLeast("--requests", requests, 1);
    AblationStudy study =
        new AblationStudy(
            data.load(),
            Ingredients.base(epochs),
            examples,
            requests,
            validation ? Period.VALIDATION : Period.TEST,
            System.err::println);
    Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
    for (int seed = 1; seed <= seeds; seed++) {
      study.run(wanted(), seed).forEach((name, metrics) -> note(values, name, metrics));
      System.err.println("seeds so far: " + seed + " of " + seeds);
    }
    Measurements table = table(values);
    System.out.println(study.protocol());
    table.print(AblationStudy.METRICS);
    table.print(AblationStudy.METRICS.stream().map(metric -> metric + DIFFERENCE).toList());
    file.write(table);
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

  private static void note(
      Map<String, Map<String, List<Double>>> values, String name, Map<String, Double> metrics) {
    Map<String, List<Double>> row = values.computeIfAbsent(name, n -> new LinkedHashMap<>());
    metrics.forEach(
        (metric, value) -> row.computeIfAbsent(metric, m -> new ArrayList<>()).add(value));
  }

  private Measurements table(Map<String, Map<String, List<Double>>> values) {
    Measurements table = new Measurements("ablation " + data.asOptions());
    Map<String, List<Double>> baseline = values.getOrDefault(Ingredient.NONE.name(), Map.of());
    values.forEach(
        (name, row) -> {
          Map<String, Estimate> metrics = new LinkedHashMap<>();
          row.forEach((metric, list) -> metrics.put(metric, Seeds.estimate(list)));
          if (!name.equals(Ingredient.NONE.name())) {
            row.forEach(
                (metric, list) ->
                    metrics.put(
                        metric + DIFFERENCE,
                        Seeds.difference(list, baseline.getOrDefault(metric, List.of()))));
          }
          table.add(name, metrics);
        });
    return table;
  }
}
