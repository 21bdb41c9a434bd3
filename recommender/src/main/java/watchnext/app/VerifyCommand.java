package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import watchnext.assembly.Models;
import watchnext.catalog.Video;
import watchnext.feature.FeatureState;
import watchnext.ingest.BadRows;
import watchnext.serving.LiveServing;
import watchnext.serving.LiveView;
import watchnext.serving.UploadCheck;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotCheck;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;

/** {@code watchnext verify}: whether a snapshot can be trusted. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a snapshot: manifest, length and SHA-256 of every part, shapes, finite values, and the"
          + " index against exact search. Exit code 1 and one sentence when anything is wrong, also"
          + " when all is whole and the gate has rejected it.",
      "With --uploads, the live part of the index too, after adding these videos."
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SNAPSHOT", description = "Folder of the snapshot.")
  private Path snapshot = Path.of("snapshot");

  @Mixin private UploadOptions uploads = new UploadOptions();

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    Manifest manifest = Snapshots.manifest(snapshot);
    Models models = Snapshots.read(snapshot);
    for (Manifest.Part part : manifest.parts()) {
      terminal.print("ok  " + part.name() + "  " + part.bytes() + " bytes  " + part.sha256());
    }
    SnapshotCheck.of(models).forEach(line -> terminal.print("ok  " + line));
    LiveView view = withUploads(models, terminal);
    UploadCheck.of(view).forEach(line -> terminal.print("ok  " + line));
    if (!manifest.failed().isEmpty()) {
      GatePrint.print(manifest.failed(), terminal);
      throw new SnapshotException(snapshot + " is whole, and was rejected by the gate");
    }
    terminal.print(
        "snapshot "
            + manifest.provenance().version()
            + " of "
            + manifest.provenance().dataName()
            + " is whole");
    return 0;
  }

  private LiveView withUploads(Models models, Terminal terminal) throws IOException {
    List<Video> videos = uploads.videos(models.catalog(), BadRows.FAIL, terminal);
    LiveServing serving =
        new LiveServing(
            models, new FeatureState(models.catalog()), Math.max(LiveServing.ROOM, videos.size()));
    ShownUploads.add(serving, videos, terminal);
    return serving.view();
  }
}
