package watchnext.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;
import watchnext.ingest.BadRows;
import watchnext.ingest.CsvUploads;

/** Videos that were uploaded after a snapshot was built. */
final class UploadOptions {

  @Option(
      names = "--uploads",
      paramLabel = "FILE",
      description = {
        "Videos uploaded since, to be added to the snapshot before it answers: a CSV file in the form"
            + " of videos.csv (docs/data-format.md), identifiers new to the catalogue."
      })
  private @Nullable Path file;

  /** The videos, none when no file was named. */
  List<Video> videos(Catalog catalog, BadRows badRows, Terminal terminal) throws IOException {
    if (file == null) {
      return List.of();
    }
    try (FileProgress progress = new FileProgress(terminal)) {
      CsvUploads.Uploaded uploaded = CsvUploads.read(file, catalog, badRows, progress);
      DataOptions.report(uploaded.skipped(), terminal);
      return uploaded.videos();
    }
  }
}
