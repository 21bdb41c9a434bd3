package watchnext.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Recording;

/**
 * Reads anybody's own data: a folder with {@code videos.csv}, {@code events.csv} and, if there is
 * one, {@code users.csv}, each with a line of column names; {@code .tsv} with tabs is as good. The
 * columns are described in {@code docs/data-format.md}; {@link CsvExport} writes the same form.
 *
 * <p>Without {@code users.csv} the users are those of the events, in order of first appearance.
 * Users come day by day ({@link Recording.Rhythm#DAILY}) unless there is nothing but ratings. A
 * {@code licence.txt} beside the files becomes the recording's licence. <i>Immutable.</i>
 */
public final class CsvFiles {

  /** Holds the terms of the data, if it has any. */
  static final String LICENCE = "licence.txt";

  private static final int LONGEST_LICENCE = 1 << 16;

  static final Columns VIDEOS =
      Columns.of("id")
          .optional("title", "creator", "tags", "language", "duration_seconds", "uploaded_at");
  private static final int ID = 0;
  private static final int TITLE = 1;
  private static final int CREATOR = 2;
  private static final int TAGS = 3;
  private static final int VIDEO_LANGUAGE = 4;
  private static final int DURATION = 5;
  private static final int UPLOADED = 6;

  static final Columns USERS =
      Columns.of("id").optional("country", "language", "device", "age", "signed_up_at");
  private static final int COUNTRY = 1;
  private static final int USER_LANGUAGE = 2;
  private static final int DEVICE = 3;
  private static final int AGE = 4;
  private static final int SIGNED_UP = 5;

  private CsvFiles() {}

  /**
   * Reads a folder.
   *
   * @param folder holds the files
   * @param badRows what to do with rows that are not as promised
   * @param progress hears of each file
   * @throws BadInputException when a file is missing or has a damaged header, or a row is bad and
   *     the policy is to fail
   * @throws IOException when a file cannot be read
   */
  public static Ingested read(Path folder, BadRows badRows, Progress progress) throws IOException {
    Intake intake = new Intake(badRows, progress);
    Path videoFile = required(folder, "videos");
    Path eventFile = required(folder, "events");
    List<Path> userFiles = found(folder, "users");
    IdTable videoIds = new IdTable();
    List<Video> videos = new ArrayList<>();
    table(videoFile, VIDEOS).forEach(intake, row -> videos.add(video(row, videoIds)));
    IdTable userIds = new IdTable();
    List<User> users = new ArrayList<>();
    if (!userFiles.isEmpty()) {
      table(userFiles.get(0), USERS).forEach(intake, row -> users.add(user(row, userIds)));
    }
    CsvEvents events = new CsvEvents(userIds, !userFiles.isEmpty(), videoIds, videos);
    table(eventFile, CsvEvents.COLUMNS).forEach(intake, events::add);
    for (String id : userIds.ids().subList(users.size(), userIds.size())) {
      users.add(User.unknown(id));
    }
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Catalog catalog = new Catalog(users, videos);
    Recording recording =
        new Recording(name, catalog, events.log(catalog), events.rhythm(), licence(folder));
    return new Ingested(recording, intake.skipped());
  }

  static Table table(Path file, Columns columns) {
    return new Table(file, file.toString().endsWith(".tsv") ? Form.TSV : Form.CSV, columns);
  }

  private static Path required(Path folder, String name) {
    List<Path> files = found(folder, name);
    if (files.isEmpty()) {
      throw new BadInputException(
          new BadRow(name + ".csv", 0, "", "expected this file or " + name + ".tsv in " + folder));
    }
    return files.get(0);
  }

  /** The file, as CSV or TSV. */
  private static List<Path> found(Path folder, String name) {
    Path commas = folder.resolve(name + ".csv");
    Path tabs = folder.resolve(name + ".tsv");
    if (Files.exists(commas) && Files.exists(tabs)) {
      throw new BadInputException(
          new BadRow(name + ".csv", 0, "", "expected this file or " + name + ".tsv, found both"));
    }
    return List.of(commas, tabs).stream().filter(Files::exists).toList();
  }

  static Video video(Row row, IdTable ids) {
    double duration =
        row.isEmpty(DURATION)
            ? 0
            : row.decimal(DURATION, 0, CsvEvents.MOST_SECONDS, CsvEvents.SECONDS);
    long uploaded = row.isEmpty(UPLOADED) ? Video.ALWAYS_THERE : row.instant(UPLOADED);
    return new Video(
        row.newId(ID, ids),
        row.text(TITLE),
        row.text(CREATOR),
        CellText.tags(row.text(TAGS)),
        row.text(VIDEO_LANGUAGE),
        duration,
        uploaded);
  }

  private static User user(Row row, IdTable ids) {
    long signedUp = row.isEmpty(SIGNED_UP) ? Video.ALWAYS_THERE : row.instant(SIGNED_UP);
    return new User(
        row.newId(ID, ids),
        row.text(COUNTRY),
        row.text(USER_LANGUAGE),
        row.text(DEVICE),
        row.text(AGE),
        signedUp);
  }

  private static String licence(Path folder) throws IOException {
    Path file = folder.resolve(LICENCE);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    if (Files.size(file) > LONGEST_LICENCE) {
      throw new BadInputException(
          new BadRow(LICENCE, 0, "", "expected at most " + LONGEST_LICENCE + " bytes"));
    }
    try {
      return Files.readString(file).strip();
    } catch (CharacterCodingException e) {
      throw new BadInputException(new BadRow(LICENCE, 0, "", "expected UTF-8 text"));
    }
  }
}
