package watchnext.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import watchnext.pipeline.Manifest;
import watchnext.pipeline.Models;
import watchnext.pipeline.SnapshotCheck;
import watchnext.pipeline.Snapshots;

/** {@code watchnext verify}: whether a snapshot can be trusted. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a snapshot: manifest, length and SHA-256 of every part, shapes, finite values, and the"
          + " index against exact search. Exit code 1 and one sentence when anything is wrong."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SNAPSHOT", description = "Folder of the snapshot.")
  private Path snapshot = Path.of("snapshot");

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    Manifest manifest = Snapshots.manifest(snapshot);
    Models models = Snapshots.read(snapshot);
    for (Manifest.Part part : manifest.parts()) {
      terminal.print("ok  " + part.name() + "  " + part.bytes() + " bytes  " + part.sha256());
    }
    SnapshotCheck.of(models).forEach(line -> terminal.print("ok  " + line));
    terminal.print(
        "snapshot "
            + manifest.provenance().version()
            + " of "
            + manifest.provenance().dataName()
            + " is whole");
    return 0;
  }
}
