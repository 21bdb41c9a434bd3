package watchnext.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.Recording;

class MovieLensTest {

  private static final long YEAR_1995 = Instant.parse("1995-01-01T00:00:00Z").getEpochSecond();

  @TempDir Path folder;

  @Test
  void theCommaLayoutBecomesVideosUsersAndRatings() throws IOException {
    Texts.write(
        folder,
        "movies.csv",
        """
        movieId,title,genres
        3,Toy Story (1995),Adventure|Comedy
        7,"Misérables, Les (1995)",(no genres listed)
        9,Untitled,Drama
        """
            .replace("\n", "\r\n"));
    Texts.write(
        folder,
        "ratings.csv",
        "userId,movieId,rating,timestamp\r\n2,7,0.5,964982703\r\n2,3,5.0,964982700\r\n1,3,4.0,5\r\n");
    Texts.write(
        folder,
        "tags.csv",
        "userId,movieId,tag,timestamp\r\n8,3,\"fun, \"\"x\"\"\",1445714994\r\n");
    Recording recording = read(BadRows.FAIL).recording();
    assertThat(recording.catalog().videos())
        .containsExactly(
            film("3", "Toy Story (1995)", List.of("Adventure", "Comedy"), YEAR_1995),
            film("7", "Misérables, Les (1995)", List.of(), YEAR_1995),
            film("9", "Untitled", List.of("Drama"), Video.ALWAYS_THERE));
    assertThat(recording.catalog().users()).containsExactly(User.unknown("2"), User.unknown("1"));
    assertThat(Texts.all(recording.events()))
        .containsExactly(
            new Event.Rating(5, "1", "3", 4),
            new Event.Rating(964_982_700, "2", "3", 5),
            new Event.Rating(964_982_703, "2", "7", 0.5));
    assertThat(recording.rhythm()).isEqualTo(Recording.Rhythm.BURSTS);
    assertThat(recording.licence()).contains("GroupLens", "only under the same conditions");
  }

  @Test
  void theLayoutOfOneMillionIsLatinOneAndKnowsAges() throws IOException {
    Texts.write(folder, "movies.dat", "1::Misérables, Les (1995)::Drama|War\n", ISO_8859_1);
    Texts.write(folder, "users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n");
    Texts.write(folder, "ratings.dat", "2::1::5::978300760\n1::1::3::978302109\n");
    Recording recording = read(BadRows.FAIL).recording();
    assertThat(recording.catalog().videos())
        .containsExactly(film("1", "Misérables, Les (1995)", List.of("Drama", "War"), YEAR_1995));
    assertThat(recording.catalog().users())
        .containsExactly(
            new User("1", "", "", "", "0-17", Video.ALWAYS_THERE),
            new User("2", "", "", "", "56+", Video.ALWAYS_THERE));
    assertThat(Texts.all(recording.events()))
        .containsExactly(
            new Event.Rating(978_300_760, "2", "1", 5), new Event.Rating(978_302_109, "1", "1", 3));
    assertThat(recording.licence()).contains("no redistribution");
  }

  @Test
  void theLayoutOfTenMillionIsUtf8WithColonsAllowedInTitlesAndTags() throws IOException {
    Texts.write(
        folder, "movies.dat", "1::Misérables:: the film (1995)::Drama\n2::\"Quoted (1995)::War\n");
    Texts.write(folder, "ratings.dat", "5::1::3.5::978300760\n");
    Texts.write(folder, "tags.dat", "77::1::a::b::978300760\n");
    Recording recording = read(BadRows.FAIL).recording();
    assertThat(recording.catalog().video(0))
        .isEqualTo(film("1", "Misérables:: the film (1995)", List.of("Drama"), YEAR_1995));
    assertThat(recording.catalog().video(1).title()).isEqualTo("\"Quoted (1995)");
    assertThat(Texts.all(recording.events()))
        .containsExactly(new Event.Rating(978_300_760, "5", "1", 3.5));
  }

  @Test
  void theLayoutOfOneHundredThousandHasFlagsForGenresAndReleaseDates() throws IOException {
    Texts.write(folder, "u.genre", "unknown|0\nAction|1\nDrama|2\n\n");
    Texts.write(
        folder,
        "u.item",
        """
        1|Misérables, Les (1995)|24-Feb-1995||http://x/|0|1|1
        2|unknown||||1|0|0
        3|Old (1950)||||0|0|1
        """,
        ISO_8859_1);
    Texts.write(folder, "u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n");
    Texts.write(folder, "u.data", "2\t3\t4\t881250949\n1\t1\t5\t881250948\n");
    Recording recording = read(BadRows.FAIL).recording();
    assertThat(recording.catalog().videos())
        .containsExactly(
            film("1", "Misérables, Les (1995)", List.of("Action", "Drama"), 793_584_000),
            film("2", "unknown", List.of(), Video.ALWAYS_THERE),
            film("3", "Old (1950)", List.of("Drama"), -631_152_000));
    assertThat(recording.catalog().users().stream().map(User::ageBucket))
        .containsExactly("18-24", "50-55");
    assertThat(Texts.all(recording.events()))
        .containsExactly(
            new Event.Rating(881_250_948, "1", "1", 5), new Event.Rating(881_250_949, "2", "3", 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Toy Story (1995); 1995",
        "Cosmos (1980-1981); 1980",
        "Rome (2005–2007); 2005",
        "Running (2014– ); 2014",
        "Spaced (1999)  ; 1999",
        "2001: A Space Odyssey; ",
        "Blade Runner (2049) cut; ",
        "Too old (1066); ",
        "Bare 1995; "
      })
  void theUploadIsTheFirstOfJanuaryOfTheYearThatEndsTheTitle(String title, Integer year) {
    long expected =
        year == null
            ? Video.ALWAYS_THERE
            : Instant.parse(year + "-01-01T00:00:00Z").getEpochSecond();
    assertThat(MovieLensFilms.uploaded(title)).isEqualTo(expected);
  }

  @Test
  void badRatingsNameTheirColumn() throws IOException {
    Texts.write(folder, "movies.csv", "movieId,title,genres\n1,A (1995),Drama\nx,B,Drama\n");
    Texts.write(
        folder,
        "ratings.csv",
        "userId,movieId,rating,timestamp\n1,1,7,5\n1,2,4,5\nann,1,4,5\n1,1,4,45414\n1,1,4\n1,1,4,5\n");
    Ingested ingested = read(BadRows.SKIP);
    assertThat(Texts.sentences(ingested))
        .containsExactly(
            "movies.csv, line 3, column movieId: expected a film's number, was \"x\"",
            "ratings.csv, line 2, column rating: expected stars from 0.5 to 5, was \"7\"",
            "ratings.csv, line 3, column movieId: expected a film of movies.csv, was \"2\"",
            "ratings.csv, line 4, column userId: expected a user's number, was \"ann\"",
            "ratings.csv, line 5, column timestamp: expected seconds since 1970 or an instant such"
                + " as 2024-05-01T12:00:00Z, was \"45414\" (looks like an Excel day number, that of"
                + " 2024-05-02)",
            "ratings.csv, line 6: expected 4 columns, found 3");
    assertThat(ingested.recording().events().size()).isOne();
    assertThatThrownBy(() -> read(BadRows.FAIL))
        .isInstanceOf(BadInputException.class)
        .hasMessage("movies.csv, line 3, column movieId: expected a film's number, was \"x\"");
  }

  @Test
  void aFolderOfSomethingElseIsNamed() {
    assertThatThrownBy(() -> read(BadRows.SKIP))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            folder.getFileName()
                + ": expected a folder with ratings.csv, ratings.dat or u.data of MovieLens");
    Texts.write(folder, "ratings.dat", "");
    assertThatThrownBy(() -> read(BadRows.SKIP))
        .hasMessage("movies.dat: expected a file, found none");
    Texts.write(folder, "movies.dat", "");
    assertThatThrownBy(() -> read(BadRows.SKIP))
        .hasMessage("movies.dat: expected at least one row, the file is empty");
  }

  @Test
  void theRealLatestSmallIsReadWhole() throws IOException {
    Path real =
        Path.of(System.getenv().getOrDefault("WATCHNEXT_DATA", "")).resolve("ml-latest-small");
    assumeTrue(Files.isDirectory(real), "WATCHNEXT_DATA has no ml-latest-small");
    List<String> ends = new ArrayList<>();
    Ingested ingested =
        MovieLens.read(
            real,
            BadRows.FAIL,
            (file, rows, bytes, total) -> {
              if (bytes == total) {
                ends.add(file + " " + rows);
              }
            });
    Recording recording = ingested.recording();
    assertThat(ends).containsExactly("movies.csv 9742", "ratings.csv 100836", "tags.csv 3683");
    assertThat(recording.events().size()).isEqualTo(100_836);
    assertThat(recording.catalog().users()).hasSize(610);
    assertThat(recording.catalog().videos()).hasSize(9_742);
    assertThat(recording.name()).isEqualTo("ml-latest-small");
    Path out = folder.resolve("out");
    CsvExport.write(recording, out);
    Recording back = Texts.csv(out, BadRows.FAIL).recording();
    assertThat(back.catalog().videos()).isEqualTo(recording.catalog().videos());
    assertThat(Texts.all(back.events())).isEqualTo(Texts.all(recording.events()));
    assertThat(back.rhythm()).isEqualTo(Recording.Rhythm.BURSTS);
  }

  private Ingested read(BadRows badRows) throws IOException {
    return MovieLens.read(folder, badRows, Progress.NONE);
  }

  private static Video film(String id, String title, List<String> genres, long uploaded) {
    return new Video(id, title, "", genres, "", 0, uploaded);
  }
}
