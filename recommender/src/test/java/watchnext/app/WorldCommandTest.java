package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<String> names = new ArrayList<>();
    for (JsonNode row : tables(json).get("figures")) {
      names.add(row.get("figure").asString());
      assertThat(row.propertyNames()).contains("KuaiRand-27K", "world", "difference, %");
    }
    assertThat(names).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(names).contains("click rate, standard policy", "video duration, median s");
    for (String name : names) {
      assertThat(run.out().lines()).anyMatch(line -> line.startsWith(name + "  "));
    }
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page).contains("Click rate by hour", "Watch ratio", "KuaiRand-27K");
  }

  @Test
  void aFigureThatIsFarOffCarriesTheLetterOfAPrintedReason() throws Exception {
    Path json = folder.resolve("world.json");
    CommandRun run =
        CommandRun.of("world", "describe", "--world=tiny", "--seed=7", "--json=" + json);
    List<String> letters = new ArrayList<>();
    for (JsonNode row : tables(json).get("figures")) {
      letters.add(row.get("why").asString());
    }
    letters.removeIf(String::isEmpty);
    assertThat(letters).hasSizeGreaterThan(5);
    for (String letter : letters) {
      assertThat(run.out().lines()).anyMatch(line -> line.startsWith(letter + "    "));
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
      Map<String, Double> timing = new HashMap<>();
      for (JsonNode row : tables(json).get("timing")) {
        timing.put(row.get("figure").asString(), row.get("value").asDouble());
      }
      events.add(timing.get("events"));
      assertThat(timing.get("impressions per second")).isPositive();
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

  private static JsonNode tables(Path file) throws Exception {
    return JsonMapper.builder().build().readTree(Files.readString(file)).get("tables");
  }
}
