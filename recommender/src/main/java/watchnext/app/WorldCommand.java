package watchnext.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchnext.calibration.Calibration;
import watchnext.result.Result;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.study.CalibrationCharts;
import watchnext.study.CalibrationTables;
import watchnext.study.WorldTiming;
import watchnext.synthetic.World;

/** {@code watchnext world}: describe, generate. */
@Command(
    name = "world",
    mixinStandardHelpOptions = true,
    description = "Sets the simulated world beside a real log, or times how fast it is made.",
    subcommands = {WorldCommand.Describe.class, WorldCommand.Generate.class})
final class WorldCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code watchnext world describe}: how real it is. */
  @Command(
      name = "describe",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Prints the figures of a world beside those of a real log (KuaiRand-27K), and checks the"
            + " shapes of its distributions.",
        "Nothing is kept of the log, so that world large fits in a heap of 4 GiB."
      })
  static final class Describe implements Callable<Integer> {

    @Mixin private WorldOptions options = new WorldOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Write a page with plots to DIR.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
      Terminal terminal = new Terminal();
      Optional<ReportFolder> report = Optional.ofNullable(out).map(ReportFolder::new);
      if (report.isPresent()) {
        report.orElseThrow().require();
      }
      World world = options.world(terminal);
      int threads = Runtime.getRuntime().availableProcessors();
      Result result = result(world, Calibration.of(world, threads, terminal));
      output.write(result, terminal);
      if (report.isPresent()) {
        report.orElseThrow().write(result, terminal);
      }
      return 0;
    }

    private Result result(World world, Calibration calibration) {
      List<Section> sections = new ArrayList<>(new CalibrationCharts(calibration).sections());
      sections.add(new CalibrationTables(calibration).section());
      String size =
          String.format(
              Locale.ROOT,
              "%,d videos, %,d users, %d days, %,d impressions, %,d events.",
              world.catalog().videos().size(),
              world.catalog().users().size(),
              world.config().extent().days(),
              calibration.marginals().counts().shows(),
              calibration.marginals().counts().events());
      return new Result(
          "World " + world.config().name(),
          Machine.run(
              "world describe " + options.asOptions(), options.seed(), CalibrationTables.PROTOCOL),
          List.of(size),
          sections);
    }
  }

  /** {@code watchnext world generate}: how fast. */
  @Command(
      name = "generate",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Plays a world from its first day to its last and counts what comes out, keeping nothing:"
            + " how many impressions and events a second.",
        "To have it as files: watchnext data generate."
      })
  static final class Generate implements Callable<Integer> {

    @Mixin private WorldOptions options = new WorldOptions();

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
        names = "--threads",
        paramLabel = "N",
        defaultValue = "1",
        converter = AtLeastOne.class,
        description = "Threads that serve users; the events do not depend on it (default: 1).")
    private int threads = 1;

    @Override
    public Integer call() throws Exception {
      Terminal terminal = new Terminal();
      Table timing = WorldTiming.measure(options.config(), options.seed(), threads, terminal);
      String command = "world generate " + options.asOptions() + " --threads " + threads;
      output.write(
          Result.of(
              "How fast a world is made",
              Machine.run(command, options.seed(), WorldTiming.PROTOCOL),
              timing),
          terminal);
      return 0;
    }
  }
}
