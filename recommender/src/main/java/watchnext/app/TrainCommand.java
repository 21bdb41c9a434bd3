package watchnext.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.model.ranker.XgboostLibrary;
import watchnext.pipeline.Rebuilt;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;

/** {@code watchnext train}: the offline page, kept as a snapshot. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains all models, builds the index and writes a snapshot, if the gate is open.",
      "Exit code 1 where it is closed: the folder stays as it is, and the rejected models are kept"
          + " beside it, in SNAPSHOT.rejected, to be looked at."
    })
final class TrainCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "SNAPSHOT",
      description = "Folder of the snapshot; an older snapshot there is replaced.")
  private Path out = Path.of("snapshot");

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    String source = data.source();
    RebuildConfig config = settings.of(data.seed());
    Snapshots.requirePlace(out);
    XgboostLibrary.check();
    Recording recording = data.load(terminal);
    Rebuilt rebuilt = Training.run(recording, config, source, terminal);
    if (!rebuilt.failed().isEmpty()) {
      rebuilt.reject(out);
      GatePrint.print(rebuilt.failed(), terminal);
      throw new SnapshotException(
          "nothing is published, since the gate is closed; the rejected models are in "
              + Snapshots.rejectedPlace(out));
    }
    Manifest manifest = rebuilt.publish(out);
    long bytes = manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum();
    terminal.print(
        "snapshot "
            + manifest.provenance().version()
            + " in "
            + out.toAbsolutePath().normalize()
            + ": "
            + manifest.parts().size()
            + " parts, "
            + (bytes >> 10)
            + " KiB");
    return 0;
  }
}
