package watchnext.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.assembly.RebuildConfig;
import watchnext.event.Recording;
import watchnext.model.ranker.XgboostLibrary;
import watchnext.pipeline.Rebuilt;
import watchnext.result.Result;
import watchnext.result.Run;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;
import watchnext.study.GateTable;

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

  @Mixin private OutputOptions output = new OutputOptions();

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
    Run run = Machine.run("train " + data.asOptions() + settings.asOptions(), data.seed(), "");
    if (!rebuilt.failed().isEmpty()) {
      rebuilt.reject(out);
      output.write(
          new Result("nothing is published", run, List.of(), GateTable.ifClosed(rebuilt.gate())),
          terminal);
      throw new SnapshotException(
          "nothing is published, since the gate is closed; the rejected models are in "
              + Snapshots.rejectedPlace(out));
    }
    Manifest manifest = rebuilt.publish(out);
    long bytes = manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum();
    String title =
        String.format(
            Locale.ROOT,
            "snapshot %s in %s: %d parts, %d KiB",
            manifest.provenance().version(),
            out.toAbsolutePath().normalize(),
            manifest.parts().size(),
            bytes >> 10);
    output.write(Result.of(title, run), terminal);
    return 0;
  }
}
