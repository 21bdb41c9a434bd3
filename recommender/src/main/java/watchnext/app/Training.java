package watchnext.app;

import watchnext.event.Recording;
import watchnext.pipeline.Gate;
import watchnext.pipeline.PeriodSize;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.RebuildConfig;
import watchnext.pipeline.Splits;

/** Runs the offline page for the command line. <i>Stateless.</i> */
final class Training {

  private Training() {}

  static Rebuild.Rebuilt run(
      Recording recording, PeriodSize least, String source, long seed, Terminal terminal) {
    terminal.accept(
        recording.name()
            + ": "
            + recording.catalog().users().size()
            + " users, "
            + recording.catalog().videos().size()
            + " videos, "
            + recording.events().size()
            + " events");
    Rebuild.Rebuilt rebuilt =
        Rebuild.run(
            recording,
            Splits.of(recording, least),
            RebuildConfig.forRecording(recording, seed),
            source,
            Machine.commit(),
            terminal);
    for (Gate.Check check : rebuilt.gate()) {
      terminal.accept("gate: " + check.rule() + ": " + check.found());
    }
    return rebuilt;
  }
}
