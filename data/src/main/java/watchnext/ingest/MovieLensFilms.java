package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchnext.catalog.Video;

/** The films of a MovieLens folder as videos. <i>Confined: one thread at a time.</i> */
final class MovieLensFilms {

  private static final Columns FILMS = Columns.of("movieId", "title", "genres");
  private static final Columns FILMS_OF_100K =
      Columns.of("movieId", "title", "releaseDate", "videoReleaseDate", "imdbUrl");
  private static final Columns GENRES = Columns.of("genre", "index");
  private static final int ID = 0;
  private static final int TITLE = 1;
  private static final int GENRE_LIST = 2;
  private static final int RELEASE_DATE = 2;
  private static final int FIRST_FLAG = 5;

  /** "Toy Story (1995)"; of a series, "Cosmos (1980-1981)", the first year. */
  private static final Pattern YEAR = Pattern.compile("\\((\\d{4})(?:[-–] ?\\d{0,4})?\\)\\s*$");

  private static final int FIRST_FILM_EVER = 1874;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  private final Path folder;
  private final MovieLensLayout layout;
  private final IdTable ids;
  private final List<Video> films = new ArrayList<>();

  /**
   * A reader of films.
   *
   * @param ids empty; afterwards it has all films in order
   */
  MovieLensFilms(Path folder, MovieLensLayout layout, IdTable ids) {
    this.folder = folder;
    this.layout = layout;
    this.ids = ids;
  }

  List<Video> read(Intake intake) throws IOException {
    Path file = folder.resolve(layout.films());
    if (layout == MovieLensLayout.BARS) {
      List<String> genres = genres(intake);
      Columns columns = FILMS_OF_100K.and(genres.toArray(String[]::new));
      new Table(file, layout.form(), columns).forEach(intake, row -> addFlagged(row, genres));
    } else {
      new Table(file, layout.form(), FILMS).withFreeText(TITLE).forEach(intake, this::addListed);
    }
    return films;
  }

  private void addListed(Row row) {
    row.whole(ID, 1, Integer.MAX_VALUE, "a film's number");
    String title = row.text(TITLE);
    List<String> genres = new ArrayList<>();
    for (String genre : row.text(GENRE_LIST).split("\\|", -1)) {
      if (!genre.isBlank() && !genre.equals("(no genres listed)")) {
        genres.add(genre);
      }
    }
    add(row, title, genres, uploaded(title));
  }

  private void addFlagged(Row row, List<String> genres) {
    row.whole(ID, 1, Integer.MAX_VALUE, "a film's number");
    List<String> flagged = new ArrayList<>();
    for (int i = 0; i < genres.size(); i++) {
      boolean flag = row.whole(FIRST_FLAG + i, 0, 1, "0 or 1") == 1;
      if (flag && !genres.get(i).equals("unknown")) {
        flagged.add(genres.get(i));
      }
    }
    String title = row.text(TITLE);
    long uploaded = row.isEmpty(RELEASE_DATE) ? uploaded(title) : date(row, row.text(RELEASE_DATE));
    add(row, title, flagged, uploaded);
  }

  private void add(Row row, String title, List<String> genres, long uploaded) {
    films.add(new Video(row.newId(ID, ids), title, "", genres, "", 0, uploaded));
  }

  private List<String> genres(Intake intake) throws IOException {
    List<String> genres = new ArrayList<>();
    new Table(folder.resolve(MovieLensLayout.GENRES), layout.form(), GENRES)
        .forEach(
            intake,
            row -> {
              row.whole(1, genres.size(), genres.size(), "the number " + genres.size());
              genres.add(row.text(0));
            });
    return genres;
  }

  private static long date(Row row, String text) {
    try {
      return LocalDate.parse(text, DATE).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw row.bad(RELEASE_DATE, "a date such as 01-Jan-1995");
    }
  }

  /** 1 January of the year at the end of the title: never a guess from the ratings. */
  static long uploaded(String title) {
    Matcher year = YEAR.matcher(title);
    if (!year.find() || Integer.parseInt(year.group(1)) < FIRST_FILM_EVER) {
      return Video.ALWAYS_THERE;
    }
    return LocalDate.of(Integer.parseInt(year.group(1)), 1, 1)
        .atStartOfDay()
        .toEpochSecond(ZoneOffset.UTC);
  }
}
