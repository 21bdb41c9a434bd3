package watchnext.app;

import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;
import watchnext.snapshot.GateCheck;

/** Runs the offline page for the command line. <i>Stateless.</i> */
final class Training {

  private Training() {}

  static Rebuilt run(Recording recording, RebuildConfig config, String source, Terminal terminal) {
    terminal.accept(
        recording.name()
            + ": "
            + recording.catalog().users().size()
            + " users, "
            + recording.catalog().videos().size()
            + " videos, "
            + recording.events().size()
            + " events");
    Rebuilt rebuilt = Rebuild.run(recording, config, source, Machine.commit(), terminal);
    for (GateCheck check : rebuilt.gate()) {
      String verdict = check.passed() ? "gate: " : "gate, failed: ";
      terminal.accept(verdict + check.rule() + ": " + check.found());
    }
    return rebuilt;
  }
}
