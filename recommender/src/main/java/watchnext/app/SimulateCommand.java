package watchnext.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.model.ranker.XgboostLibrary;
import watchnext.result.Result;
import watchnext.simulation.PolicyKind;
import watchnext.simulation.SeedResult;
import watchnext.simulation.Simulation;
import watchnext.simulation.SimulationConfig;
import watchnext.simulation.SimulationResult;
import watchnext.simulation.SimulationTables;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

/** {@code watchnext simulate}: policies let loose on the simulated world. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets policies loose on the simulated world, day by day, and compares what came of it.",
      "The last days of the world are the loop; what the logging policy wrote before is what"
          + " models learn from. All policies meet the same people with the same luck."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--world",
      paramLabel = "PRESET",
      defaultValue = "small",
      description = "The world: tiny, small or large (default: ${DEFAULT-VALUE}).")
  private String world = "small";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the first world and its models (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      converter = AtLeastOne.class,
      description = "How many worlds, of ascending seeds (default: ${DEFAULT-VALUE}).")
  private int seeds = 1;

  @Option(
      names = "--days",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Days of the loop (default: a quarter of the world's).")
  private @Nullable Integer days;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      split = ",",
      description = {
        "random, popularity, als, two-stage, oracle; several with commas (default: all).",
        "random and oracle run in any case: they are the ends of the scale of regret."
      })
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--retrain",
      paramLabel = "WHEN",
      defaultValue = "none",
      description =
          "Training on the log and the policy's own events: none, nightly, or every K nights as K"
              + " (default: ${DEFAULT-VALUE}).")
  private String retrain = "none";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "report-simulate",
      description = "Folder of the report (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("report-simulate");

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    WorldConfig preset = preset();
    SimulationConfig config = config(preset);
    Set<PolicyKind> kinds = kinds();
    settings.of(seed);
    ReportFolder report = new ReportFolder(out);
    report.require();
    XgboostLibrary.check();
    List<SeedResult> results = new ArrayList<>();
    for (long s = seed; s < seed + seeds; s++) {
      String prefix = seeds == 1 ? "" : "seed " + s + ": ";
      World one = World.of(preset, s);
      SimulationConfig seeded =
          new SimulationConfig(config.days(), config.retrainEvery(), config.repeatDays(), s);
      results.add(
          Simulation.run(
              one, seeded, settings.of(s), kinds, line -> terminal.accept(prefix + line)));
    }
    Result result =
        new Result(
            "WatchNext: policies in a closed loop",
            Machine.run(asTyped(config), seed, protocol(preset, config)),
            List.of(),
            new SimulationTables(new SimulationResult(results)).sections());
    output.write(result, terminal);
    report.write(result, terminal);
    return 0;
  }

  private WorldConfig preset() {
    try {
      return WorldConfig.preset(world);
    } catch (IllegalArgumentException e) {
      throw wrong("--world: " + e.getMessage());
    }
  }

  private SimulationConfig config(WorldConfig preset) {
    int worldDays = preset.extent().days();
    int loop = days == null ? worldDays / 4 : days;
    try {
      SimulationConfig.requireFits(loop, preset);
    } catch (IllegalArgumentException e) {
      throw wrong("--" + e.getMessage());
    }
    return SimulationConfig.of(loop, seed).retrainedEvery(retrainEvery());
  }

  private int retrainEvery() {
    if (retrain.equals("none")) {
      return SimulationConfig.NEVER;
    }
    if (retrain.equals("nightly")) {
      return 1;
    }
    try {
      int nights = Integer.parseInt(retrain);
      if (nights >= 1) {
        return nights;
      }
    } catch (NumberFormatException e) {
      // Told below: every other text gets the same sentence.
    }
    throw wrong(
        "--retrain must be none, nightly or a whole number of nights of at least 1, was \""
            + retrain
            + "\"");
  }

  private Set<PolicyKind> kinds() {
    if (policies.isEmpty()) {
      return EnumSet.allOf(PolicyKind.class);
    }
    Set<PolicyKind> kinds = EnumSet.noneOf(PolicyKind.class);
    for (String policy : policies) {
      try {
        kinds.add(PolicyKind.of(policy.strip()));
      } catch (IllegalArgumentException e) {
        throw wrong("--policy: " + e.getMessage());
      }
    }
    return kinds;
  }

  private String asTyped(SimulationConfig config) {
    String only = policies.isEmpty() ? "" : " --policy " + String.join(",", policies);
    return "simulate --world "
        + world
        + " --seed "
        + seed
        + " --seeds "
        + seeds
        + " --days "
        + config.days()
        + only
        + " --retrain "
        + retrain
        + settings.asOptions();
  }

  private String protocol(WorldConfig preset, SimulationConfig config) {
    int log = preset.extent().days() - config.days();
    return "World "
        + world
        + ": models learn from the first "
        + log
        + " days, written by the logging policy; each policy then serves the same users for "
        + config.days()
        + " days, the last of the world, with common random numbers. Features go on event by"
        + " event. Retraining: "
        + retrain
        + ". A video is not shown again to a user within "
        + config.repeatDays()
        + " days. Return: the next session begins within 24 hours of the last page. New video:"
        + " uploaded within 3 days. Regret: (oracle - policy) / (oracle - random) on"
        + " watchSecondsPerSession. 95 % intervals: "
        + (seeds == 1
            ? "bootstrap over users; differences on equal draws of users."
            : "Student's t over " + seeds + " worlds; differences world by world.");
  }

  private ParameterException wrong(String sentence) {
    if (command == null) {
      throw new IllegalStateException(sentence);
    }
    return new ParameterException(command.commandLine(), sentence);
  }
}
