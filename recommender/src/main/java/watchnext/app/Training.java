package watchnext.app;

import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;
import watchnext.snapshot.GateCheck;

/** Runs the offline page for the command line. <i>Stateless.</i> */
final class Training {

  /** What the seconds before a line of progress leave of 100 columns. */
  private static final int WIDTH = 89;

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
      EvaluationPrint.wrap(verdict + check.rule() + ": " + check.found(), WIDTH).forEach(terminal);
    }
    return rebuilt;
  }
}
