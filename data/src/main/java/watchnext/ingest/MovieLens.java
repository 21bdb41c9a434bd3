package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

/**
 * Reads a folder of MovieLens as it was published: latest-small, 20M, 25M and 32M ({@code
 * ratings.csv}), 1M and 10M ({@code ratings.dat}), 100K ({@code u.data}) [harper2015].
 *
 * <p>A film becomes a video whose tags are its genres and which was uploaded on 1 January UTC of
 * the year in its title (100K: on its release date), or was always there when the title names no
 * year. A rating becomes an {@link watchnext.event.Event.Rating}. Of a user only the age bucket is
 * kept, where it is known; sex, occupation and postal code stay out. Users come in the order of
 * their file, or of their first rating; films in the order of their file, also those that nobody
 * rated.
 *
 * <p>The tags that users wrote are checked and counted but stay out of the videos: they were
 * written years after the "upload", and a model would know the future by them.
 *
 * <p>One pass in constant memory besides the event log itself. <i>Immutable.</i>
 */
public final class MovieLens {

  private static final Columns RATINGS = Columns.of("userId", "movieId", "rating", "timestamp");
  private static final Columns TAGS = Columns.of("userId", "movieId", "tag", "timestamp");
  private static final int USER = 0;
  private static final int FILM = 1;
  private static final int VALUE = 2;
  private static final int TIME = 3;

  private static final Columns USERS =
      Columns.of("userId", "gender", "age", "occupation", "zipCode");
  private static final Columns USERS_OF_100K =
      Columns.of("userId", "age", "gender", "occupation", "zipCode");

  private final Path folder;
  private final MovieLensLayout layout;
  private final Intake intake;
  private final IdTable userIds = new IdTable();
  private final IdTable filmIds = new IdTable();

  private MovieLens(Path folder, Intake intake) {
    this.folder = folder;
    this.layout = MovieLensLayout.of(folder);
    this.intake = intake;
  }

  /**
   * Reads a folder.
   *
   * @param folder holds the unpacked files
   * @param badRows what to do with rows that are not as promised
   * @param progress hears of each file
   * @throws BadInputException when the folder is of no known layout, a file is missing or has a
   *     damaged header, or a row is bad and the policy is to fail
   * @throws IOException when a file cannot be read
   */
  public static Ingested read(Path folder, BadRows badRows, Progress progress) throws IOException {
    Intake intake = new Intake(badRows, progress);
    Recording recording = new MovieLens(folder, intake).recording();
    return new Ingested(recording, intake.skipped());
  }

  private Recording recording() throws IOException {
    List<Video> films = new MovieLensFilms(folder, layout, filmIds).read(intake);
    List<User> users = layout.users().isEmpty() ? List.of() : readUsers();
    EventLogBuilder log = readRatings();
    checkTags();
    if (layout.users().isEmpty()) {
      users = userIds.ids().stream().map(User::unknown).toList();
    }
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    Catalog catalog = new Catalog(users, films);
    return new Recording(
        name, catalog, log.build(catalog), Recording.Rhythm.BURSTS, layout.licence());
  }

  private List<User> readUsers() throws IOException {
    boolean small = layout == MovieLensLayout.BARS;
    Columns columns = small ? USERS_OF_100K : USERS;
    int age = columns.names().indexOf("age");
    List<User> users = new ArrayList<>();
    new Table(folder.resolve(layout.users()), layout.form(), columns)
        .forEach(
            intake,
            row -> {
              row.whole(USER, 1, Integer.MAX_VALUE, "a user's number");
              String bucket = ageBucket(row.whole(age, 1, 130, "an age in years"));
              String id = row.newId(USER, userIds);
              users.add(new User(id, "", "", "", bucket, Video.ALWAYS_THERE));
            });
    return users;
  }

  /** The buckets of 1M, whose codes are the youngest age of each (1 for all under 18). */
  private static String ageBucket(long age) {
    if (age < 18) {
      return "0-17";
    } else if (age < 25) {
      return "18-24";
    } else if (age < 35) {
      return "25-34";
    } else if (age < 45) {
      return "35-44";
    } else if (age < 50) {
      return "45-49";
    }
    return age < 56 ? "50-55" : "56+";
  }

  private EventLogBuilder readRatings() throws IOException {
    EventLogBuilder log = new EventLogBuilder(new Catalog(List.of(), List.of()));
    boolean usersKnown = !layout.users().isEmpty();
    String knownUser = "a user of " + layout.users();
    String knownFilm = "a film of " + layout.films();
    new Table(folder.resolve(layout.ratings()), layout.ratingsForm(), RATINGS)
        .forEach(
            intake,
            row -> {
              row.whole(USER, 1, Integer.MAX_VALUE, "a user's number");
              int film = row.known(FILM, filmIds, knownFilm);
              double stars = row.decimal(VALUE, 0.5, 5, "stars from 0.5 to 5");
              long time = row.instant(TIME);
              int user = usersKnown ? row.known(USER, userIds, knownUser) : row.add(USER, userIds);
              log.appendRating(time, user, film, stars);
            });
    return log;
  }

  private void checkTags() throws IOException {
    Path tags = folder.resolve(layout.tags());
    if (layout.tags().isEmpty() || !Files.exists(tags)) {
      return;
    }
    new Table(tags, layout.form(), TAGS)
        .withFreeText(VALUE)
        .forEach(
            intake,
            row -> {
              row.whole(USER, 1, Integer.MAX_VALUE, "a user's number");
              row.whole(FILM, 1, Integer.MAX_VALUE, "a film's number");
              row.instant(TIME);
            });
  }
}
