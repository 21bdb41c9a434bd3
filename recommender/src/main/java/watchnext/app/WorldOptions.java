package watchnext.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

/** Which simulated world a verb works on. <i>Confined: one verb.</i> */
final class WorldOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private WorldConfig config = WorldConfig.preset(DataOptions.DEFAULT_WORLD);

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--world",
      paramLabel = "PRESET",
      description = "tiny, small or large (default: small).")
  void world(String name) {
    try {
      config = WorldConfig.preset(name);
    } catch (IllegalArgumentException e) {
      if (command == null) {
        throw e;
      }
      throw new ParameterException(command.commandLine(), "--world: " + e.getMessage());
    }
  }

  WorldConfig config() {
    return config;
  }

  long seed() {
    return seed;
  }

  /** Draws the world. */
  World world(Terminal terminal) {
    terminal.accept("drawing world " + config.name() + ", seed " + seed);
    return World.of(config, seed);
  }

  /** The options that name the same world again: "--world small --seed 1". */
  String asOptions() {
    return "--world " + config.name() + " --seed " + seed;
  }
}
