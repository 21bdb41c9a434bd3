package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

/**
 * Reads videos that were uploaded since: one file in the form of {@code videos.csv}, or {@code
 * .tsv}, whose identifiers must be new to a catalogue. <i>Stateless.</i>
 */
public final class CsvUploads {

  /**
   * The videos of a file, and the rows left out.
   *
   * @param videos in the order of the file
   * @param skipped none unless the policy is to skip
   */
  public record Uploaded(List<Video> videos, SkippedRows skipped) {
    /** Takes an unmodifiable copy. */
    public Uploaded {
      videos = List.copyOf(videos);
    }
  }

  private CsvUploads() {}

  /**
   * Reads a file.
   *
   * @param catalog has none of the identifiers yet
   * @param badRows what to do with rows that are not as promised
   * @throws BadInputException when the file is missing or has a damaged header, or a row is bad and
   *     the policy is to fail
   * @throws IOException when the file cannot be read
   */
  public static Uploaded read(Path file, Catalog catalog, BadRows badRows, Progress progress)
      throws IOException {
    IdTable ids = new IdTable();
    catalog.videoVocabulary().ids().forEach(ids::add);
    Intake intake = new Intake(badRows, progress);
    List<Video> videos = new ArrayList<>();
    CsvFiles.table(file, CsvFiles.VIDEOS)
        .forEach(intake, row -> videos.add(CsvFiles.video(row, ids)));
    return new Uploaded(videos, intake.skipped());
  }
}
