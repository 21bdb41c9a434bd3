package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.event.Recording;
import watchnext.ingest.BadRows;
import watchnext.snapshot.Fingerprint;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;

/** A snapshot and the data it was made from, which is read again for histories and counters. */
final class SnapshotOptions {

  @Option(
      names = "--snapshot",
      required = true,
      paramLabel = "SNAPSHOT",
      description = "Folder of a snapshot that `watchnext train` wrote.")
  private Path snapshot = Path.of("snapshot");

  @Mixin private DataOptions data = new DataOptions();

  /** What to do with rows that cannot be read. */
  BadRows badRows() {
    return data.badRowsPolicy();
  }

  /** Reads what the snapshot says of itself. */
  Manifest manifest() throws IOException {
    return Snapshots.manifest(snapshot);
  }

  /** Reads and checks the snapshot. */
  Models models() throws IOException {
    return Snapshots.read(snapshot);
  }

  /**
   * The data of the snapshot: what the options name, or what the snapshot says it was made from.
   *
   * @throws SnapshotException when it is not the data that the models were trained on
   */
  Recording recording(Models models, Terminal terminal) throws IOException {
    data.refuseSeedWithoutWorld();
    Provenance provenance = models.provenance();
    String source = data.isGiven() ? data.source() : provenance.dataSource();
    long seed = data.isGiven() ? data.seed() : provenance.seed();
    Recording recording = DataOptions.load(source, seed, data.badRowsPolicy(), terminal);
    String fingerprint = Fingerprint.of(recording);
    if (!fingerprint.equals(provenance.dataFingerprint())) {
      throw new SnapshotException(
          "the snapshot was trained on other data ("
              + provenance.dataName()
              + ", fingerprint "
              + provenance.dataFingerprint().substring(0, 8)
              + ") than "
              + source
              + " (fingerprint "
              + fingerprint.substring(0, 8)
              + ")");
    }
    return recording;
  }
}
