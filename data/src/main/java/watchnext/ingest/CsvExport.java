package watchnext.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import watchnext.catalog.Catalog;
import watchnext.catalog.EpochSeconds;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.require.Require;

/**
 * Writes a recording in the form that {@link CsvFiles} reads: reading it back gives the same users,
 * videos and events in the same order, value for value, as long as they keep to the limits of the
 * form (identifiers of 256 characters, watches of a week). Text that a spreadsheet would run as a
 * formula gets an apostrophe in front, which reading takes off again; empty tags are dropped.
 *
 * <p>All is written to a folder beside the target, which is moved into place last: a reader never
 * finds half an export. <i>Immutable.</i>
 */
public final class CsvExport {

  private CsvExport() {}

  /**
   * Writes {@code recording} into {@code target}.
   *
   * @param target does not exist yet, or is an empty folder
   * @throws IllegalArgumentException when the target is anything else
   * @throws IOException when it cannot be written; nothing is left behind then
   */
  public static void write(Recording recording, Path target) throws IOException {
    checkEmpty(target);
    Path folder = target.toAbsolutePath().normalize();
    Path temporary = Folders.temporary(folder);
    try {
      writeVideos(recording.catalog(), temporary.resolve("videos.csv"));
      writeUsers(recording.catalog(), temporary.resolve("users.csv"));
      writeEvents(recording.events(), temporary.resolve("events.csv"));
      if (!recording.licence().isEmpty()) {
        Files.writeString(temporary.resolve(CsvFiles.LICENCE), recording.licence() + "\n");
      }
      Folders.publish(temporary, folder);
    } finally {
      Folders.delete(temporary);
    }
  }

  private static void checkEmpty(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    Require.that(Files.isDirectory(target), "the target must be a folder, was the file %s", target);
    try (Stream<Path> files = Files.list(target)) {
      Require.that(
          !files.findAny().isPresent(), "the target must be an empty folder, was %s", target);
    }
  }

  private static CsvWriter writer(Path file, Columns columns) throws IOException {
    // A writer of Files refuses unpaired surrogates instead of writing "?".
    CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file));
    return writer.writeRecord(columns.names());
  }

  private static void writeVideos(Catalog catalog, Path file) throws IOException {
    try (CsvWriter writer = writer(file, CsvFiles.VIDEOS)) {
      for (Video video : catalog.videos()) {
        writer.writeRecord(
            CellText.guarded(video.id()),
            CellText.guarded(video.title()),
            CellText.guarded(video.creatorId()),
            CellText.guarded(CellText.joined(video.tags())),
            CellText.guarded(video.language()),
            video.durationSeconds() == 0 ? "" : number(video.durationSeconds()),
            instant(video.uploadedEpochSecond()));
      }
    }
  }

  private static void writeUsers(Catalog catalog, Path file) throws IOException {
    try (CsvWriter writer = writer(file, CsvFiles.USERS)) {
      for (User user : catalog.users()) {
        writer.writeRecord(
            CellText.guarded(user.id()),
            CellText.guarded(user.country()),
            CellText.guarded(user.language()),
            CellText.guarded(user.device()),
            CellText.guarded(user.ageBucket()),
            instant(user.signedUpEpochSecond()));
      }
    }
  }

  private static void writeEvents(EventLog log, Path file) throws IOException {
    List<String> users =
        log.catalog().userVocabulary().ids().stream().map(CellText::guarded).toList();
    List<String> videos =
        log.catalog().videoVocabulary().ids().stream().map(CellText::guarded).toList();
    try (CsvWriter writer = writer(file, CsvEvents.COLUMNS)) {
      for (int i = 0; i < log.size(); i++) {
        EventKind kind = log.kind(i);
        boolean shown = kind == EventKind.IMPRESSION;
        boolean watched = kind == EventKind.WATCH;
        writer.writeRecord(
            EpochSeconds.text(log.epochSecond(i)),
            CsvEvents.word(kind),
            users.get(log.user(i)),
            videos.get(log.video(i)),
            CellText.guarded(log.get(i).requestId()),
            shown && log.position(i) >= 0 ? Integer.toString(log.position(i)) : "",
            shown && log.propensity(i) > 0 ? number(log.propensity(i)) : "",
            watched ? number(log.watchSeconds(i)) : "",
            watched ? number(log.durationSeconds(i)) : "",
            kind == EventKind.RATING ? number(log.stars(i)) : "",
            shown ? CellText.guarded(log.device(i)) : "");
      }
    }
  }

  private static String instant(long epochSecond) {
    return epochSecond == Video.ALWAYS_THERE ? "" : EpochSeconds.text(epochSecond);
  }

  /** The shortest digits that read back as the same float; "3" rather than "3.0". */
  private static String number(float value) {
    String text = Float.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
