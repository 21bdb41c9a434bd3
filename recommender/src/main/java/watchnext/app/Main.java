package watchnext.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import watchnext.result.Visible;

/**
 * {@code watchnext}: the command line. Results go to standard output, progress and errors to
 * standard error; exit code 0 is done, 1 failed, 2 wrong usage.
 */
@Command(
    name = "watchnext",
    version = "watchnext 0.1.0",
    mixinStandardHelpOptions = true,
    description = "A two-stage video recommender to read, run and measure.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      DemoCommand.class,
      DataCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      RecommendCommand.class,
      VerifyCommand.class,
      WorldCommand.class,
      SimulateCommand.class,
      SettingsCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  watchnext demo                                   the whole case study on the embedded world",
      "  watchnext demo --data movielens:ml-latest-small  the same on MovieLens files",
      "  watchnext train --world tiny --out /tmp/snapshot",
      "  watchnext recommend --snapshot /tmp/snapshot --user u17"
    })
public final class Main {

  private Main() {}

  /** Runs one verb and ends the JVM with its exit code, or with 1 when its results were lost. */
  public static void main(String[] arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(output.lines());
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    System.exit(output.end(run(arguments), System.err));
  }

  /** All verbs, those of other modules included. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    for (Verb verb : ServiceLoader.load(Verb.class)) {
      commandLine.addSubcommand(verb);
    }
    return commandLine;
  }

  /** Runs one verb; 0 done, 1 failed, 2 wrong usage. */
  public static int run(String... arguments) {
    CommandLine commandLine = commandLine();
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
    commandLine.setParameterExceptionHandler(Main::wrongUsage);
    commandLine.setExecutionExceptionHandler(
        (failure, command, result) -> failed(failure, command));
    commandLine.setUsageHelpAutoWidth(true);
    if (arguments.length == 0) {
      commandLine.usage(commandLine.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      commandLine
          .getErr()
          .println(
              "watchnext: out of memory ("
                  + e.getMessage()
                  + "): give it more, WATCHNEXT_HEAP=8g ./watchnext ...");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int wrongUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("watchnext: " + Visible.line(sentence(wrong, command)));
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** The library's sentence, but for a verb that does not exist: that one names those that do. */
  private static String sentence(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "the verb must be one of "
          + String.join(", ", command.getSubcommands().keySet())
          + ", was \""
          + unmatched.getUnmatched().get(0)
          + "\"";
    }
    return String.valueOf(wrong.getMessage());
  }

  /**
   * Bad input or a missing library is one sentence; anything else is a fault of ours and shows
   * where.
   */
  private static int failed(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println("watchnext: " + Visible.line(Failure.sentence(failure)));
    if (!Failure.isOfInput(failure) || System.getenv("WATCHNEXT_STACKTRACE") != null) {
      failure.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
