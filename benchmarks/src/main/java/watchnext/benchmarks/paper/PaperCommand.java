package watchnext.benchmarks.paper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import watchnext.app.Verb;

/** {@code watchnext paper TABLE}: published tables, with rows of ours beside them. */
@Command(
    name = "paper",
    mixinStandardHelpOptions = true,
    subcommands = {PaperGowalla.class, PaperNcf.class, PaperSpeed.class},
    synopsisSubcommandLabel = "TABLE",
    description = "Runs the protocol of a published table on its own files.")
public final class PaperCommand implements Verb {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Asks for a table. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which table? gowalla, ncf-ml1m or als-speed");
  }
}
