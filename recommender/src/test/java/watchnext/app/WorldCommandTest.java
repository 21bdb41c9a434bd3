package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code watchnext world}: the tables, the file for programs and the page agree. */
class WorldCommandTest {

  @TempDir private Path folder;

  @Test
  void eachFigureIsThereAsPublishedAndAsOurs() throws Exception {
    Path json = folder.resolve("world.json");
    CommandRun run =
        CommandRun.of(
            "world", "describe", "--world=tiny", "--seed=7", "--json=" + json, "--out=" + folder);
    assertThat(run.exit()).isZero();
    List<String> published = names(rows(json), "published");
    assertThat(published).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(names(rows(json), "ours")).containsAll(published);
    assertThat(published).contains("click rate, standard policy", "video duration, median s");
    for (String name : published) {
      assertThat(run.out()).contains("| " + name + " ");
    }
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page).contains("Click rate by hour", "Watch ratio", "KuaiRand-27K");
  }

  @Test
  void aFigureThatIsFarOffCarriesTheLetterOfAPrintedReason() {
    CommandRun run = CommandRun.of("world", "describe", "--world=tiny", "--seed=7");
    List<String> letters = new ArrayList<>();
    run.out()
        .lines()
        .filter(line -> line.startsWith("| ") && line.contains(" % | "))
        .map(line -> line.substring(line.lastIndexOf(" % |") + 4).replaceAll("[ |]", ""))
        .filter(letter -> !letter.isEmpty())
        .forEach(letters::add);
    assertThat(letters).hasSizeGreaterThan(5);
    for (String letter : letters) {
      assertThat(run.out().lines()).anyMatch(line -> line.startsWith(letter + ": "));
    }
  }

  @Test
  void theSameWorldIsDescribedTheSame() {
    CommandRun one = CommandRun.of("world", "describe", "--world=tiny", "--seed=3");
    CommandRun two = CommandRun.of("world", "describe", "--world=tiny", "--seed=3");
    CommandRun other = CommandRun.of("world", "describe", "--world=tiny", "--seed=4");
    assertThat(two.out()).isEqualTo(one.out());
    assertThat(other.out()).isNotEqualTo(one.out());
  }

  @Test
  void generatingCountsTheSameEventsOnOneThreadAndOnTwo() throws Exception {
    List<Double> events = new ArrayList<>();
    for (String threads : List.of("1", "2")) {
      Path json = folder.resolve("timing-" + threads + ".json");
      CommandRun run =
          CommandRun.of(
              "world", "generate", "--world=tiny", "--threads=" + threads, "--json=" + json);
      assertThat(run.exit()).isZero();
      JsonNode metrics = rows(json).get(0).get("metrics");
      events.add(metrics.at("/events/value").asDouble());
      assertThat(metrics.at("/impressions per second/value").asDouble()).isPositive();
    }
    assertThat(events.get(0)).isGreaterThan(60_000).isEqualTo(events.get(1));
  }

  @Test
  void wrongUsageIsOneSentence() {
    assertThat(CommandRun.of("world", "describe", "--world=huge").err())
        .startsWith(
            "watchnext: --world: a world must be \"tiny\", \"small\" or \"large\", was \"huge\"");
    assertThat(CommandRun.of("world", "generate", "--threads=0").err())
        .startsWith(
            "watchnext: Invalid value for option '--threads': must be a whole number of at least 1,"
                + " was \"0\"");
    assertThat(CommandRun.of("world", "describe", "--world=huge").exit()).isEqualTo(2);
    assertThat(CommandRun.of("world").exit()).isEqualTo(2);
  }

  private static JsonNode rows(Path file) throws Exception {
    return JsonMapper.builder().build().readTree(Files.readString(file)).get("rows");
  }

  private static List<String> names(JsonNode rows, String source) {
    List<String> names = new ArrayList<>();
    for (JsonNode row : rows) {
      if (row.get("source").asString().equals(source)) {
        names.add(row.get("name").asString());
      }
    }
    return names;
  }
}
