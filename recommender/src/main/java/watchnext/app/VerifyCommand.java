package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.catalog.Video;
import watchnext.feature.FeatureState;
import watchnext.ingest.BadRows;
import watchnext.result.Field;
import watchnext.result.Result;
import watchnext.result.Section;
import watchnext.result.Table;
import watchnext.serving.LiveServing;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotCheck;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;
import watchnext.study.GateTable;

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
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws Exception {
    Terminal terminal = new Terminal();
    Manifest manifest = Snapshots.manifest(snapshot);
    Models models = Snapshots.read(snapshot);
    List<String> checks = new ArrayList<>(SnapshotCheck.of(models));
    checks.addAll(ofUploads(models, terminal));
    boolean isOpen = manifest.failed().isEmpty();
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of(parts(manifest)));
    sections.add(Section.of(checks(checks)));
    sections.addAll(GateTable.ifClosed(manifest.gate()));
    Provenance provenance = manifest.provenance();
    String name = "snapshot " + provenance.version() + " of " + provenance.dataName();
    output.write(
        new Result(
            isOpen ? name + " is whole" : name,
            Machine.run("verify " + snapshot, provenance.seed(), ""),
            List.of(),
            sections),
        terminal);
    if (!isOpen) {
      throw new SnapshotException(snapshot + " is whole, and was rejected by the gate");
    }
    return 0;
  }

  private static Table parts(Manifest manifest) {
    return Table.of(
        "parts",
        "Parts",
        "",
        manifest.parts(),
        Field.text("part", Manifest.Part::name),
        Field.<Manifest.Part>number("size", 0, Manifest.Part::bytes).in("bytes"),
        Field.text("SHA-256", Manifest.Part::sha256));
  }

  private static Table checks(List<String> checks) {
    return Table.of("checks", "", "", checks, Field.text("what holds", check -> check));
  }

  private List<String> ofUploads(Models models, Terminal terminal) throws IOException {
    List<Video> videos = uploads.videos(models.catalog(), BadRows.FAIL, terminal);
    LiveServing serving =
        new LiveServing(
            models, new FeatureState(models.catalog()), Math.max(LiveServing.ROOM, videos.size()));
    return Uploads.add(serving, videos);
  }
}
