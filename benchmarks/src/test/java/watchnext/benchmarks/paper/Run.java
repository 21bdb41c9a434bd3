package watchnext.benchmarks.paper;

import picocli.CommandLine;

/** Runs a table's command as the command line does. */
final class Run {

  private Run() {}

  /** The exit code of {@code paper} with these arguments. */
  static int paper(String... arguments) {
    return new CommandLine(new PaperCommand()).execute(arguments);
  }
}
