package watchnext.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand damaged folders: data or a sentence, never anything else, and no row unaccounted.
 */
@Tag("property")
class DamagedFilesTest {

  private static final Map<String, Map<String, String>> FOLDERS =
      Map.of(
          "csv",
          Map.of(
              "videos.csv",
              "id,title,tags,duration_seconds,uploaded_at\nv1,\"One, \"\"1\"\"\",a|b,9,\nv2,T,,,5\n",
              "users.csv",
              "id,age\nu1,18-24\nu2,\n",
              "events.csv",
              """
              time,type,user,video,watch_seconds,stars
              1,watch,u1,v1,3.5,
              2,like,u2,v2,,
              2024-05-01T12:00:00Z,rating,u1,"v2",,4.5
              """),
          "commas",
          Map.of(
              "movies.csv", "movieId,title,genres\r\n1,\"A, B (1995)\",Drama|War\r\n2,C,Drama\r\n",
              "ratings.csv", "userId,movieId,rating,timestamp\r\n1,1,4.0,9\r\n2,2,0.5,8\r\n",
              "tags.csv", "userId,movieId,tag,timestamp\r\n1,1,\"x\"\"y\",9\r\n"),
          "colons",
          Map.of(
              "movies.dat", "1::A (1995)::Drama|War\n2::B::C (1996)::War\n",
              "users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n",
              "ratings.dat", "1::1::4::9\n2::2::5::8\n"),
          "bars",
          Map.of(
              "u.genre", "unknown|0\nDrama|1\n",
              "u.item", "1|A (1995)|01-Jan-1995||http://x|0|1\n2|B||||1|0\n",
              "u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n",
              "u.data", "1\t1\t4\t9\n2\t2\t5\t8\n"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "commas", "colons", "bars"})
  void damageIsEitherReadOrNamed(String layout) throws IOException {
    Map<String, String> files = FOLDERS.get(layout);
    List<String> names = files.keySet().stream().sorted().toList();
    files.forEach((name, text) -> Texts.write(folder, name, text));
    SplittableRandom random = new SplittableRandom(layout.hashCode());
    for (int round = 0; round < 2_500; round++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] damaged = Mutations.of(files.get(name).getBytes(UTF_8), random);
      Texts.write(folder, name, damaged);
      String what = layout + " round " + round + ": " + new String(damaged, UTF_8);
      try {
        check(layout, what);
      } catch (BadInputException e) {
        assertThat(e.getMessage()).as(what).contains(": ").doesNotContain("\n");
      }
      Texts.write(folder, name, files.get(name));
    }
  }

  private void check(String layout, String what) throws IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    Progress counting = (file, count, bytes, total) -> rows.put(file, count);
    Ingested ingested =
        layout.equals("csv")
            ? CsvFiles.read(folder, BadRows.SKIP, counting)
            : MovieLens.read(folder, BadRows.SKIP, counting);
    long read = rows.values().stream().mapToLong(Long::longValue).sum();
    var recording = ingested.recording();
    long kept =
        recording.events().size()
            + recording.catalog().videos().size()
            + (layout.equals("commas") ? 0 : recording.catalog().users().size())
            + rows.getOrDefault("u.genre", 0L)
            + rows.getOrDefault("tags.csv", 0L);
    long skippedElsewhere =
        ingested.skipped().first().stream()
            .filter(row -> row.file().equals("u.genre") || row.file().equals("tags.csv"))
            .count();
    assertThat(kept + ingested.skipped().total() - skippedElsewhere).as(what).isEqualTo(read);
    for (int i = 0; i < recording.events().size(); i++) {
      assertThat(recording.events().get(i).videoId()).as(what).isNotBlank();
    }
  }
}
