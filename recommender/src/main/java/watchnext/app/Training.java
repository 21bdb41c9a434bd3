package watchnext.app;

import watchnext.event.Recording;
import watchnext.pipeline.Gate;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.RebuildConfig;
import watchnext.pipeline.Rebuilt;

/** Runs the offline page for the command line. <i>Stateless.</i> */
final class Training {

  private Training() {}

  static Rebuilt run(Recording recording, String source, long seed, Terminal terminal) {
    terminal.accept(
        recording.name()
            + ": "
            + recording.catalog().users().size()
            + " users, "
            + recording.catalog().videos().size()
            + " videos, "
            + recording.events().size()
            + " events");
    Rebuilt rebuilt =
        Rebuild.run(recording, RebuildConfig.defaults(seed), source, Machine.commit(), terminal);
    for (Gate.Check check : rebuilt.gate()) {
      terminal.accept(
          (check.passed() ? "gate: " : "gate, failed: ") + check.rule() + ": " + check.found());
    }
    return rebuilt;
  }
}
