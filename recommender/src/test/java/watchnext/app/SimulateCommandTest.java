package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

  @TempDir private Path folder;

  @Test
  void theTwoEndsAreComparedAndKept() throws IOException {
    Path json = folder.resolve("simulate.json");
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--world=tiny",
            "--days=1",
            "--seeds=2",
            "--policy=random,oracle",
            "--out=" + folder.resolve("report"),
            "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("random", "oracle", "random < oracle: ");
    assertThat(run.err()).contains("seed 2: oracle: day 1 of 1: ");
    assertThat(Files.readString(folder.resolve("report").resolve("index.html")))
        .contains("policies in a closed loop");

    JsonNode rows =
        JsonMapper.builder().build().readTree(Files.readString(json)).at("/tables/policies");
    assertThat(rows).hasSize(2);
    for (JsonNode row : rows) {
      assertThat(row.propertyNames())
          .contains("watchSecondsPerSession", "clickRate", "returnRate", "regret", "coverage");
    }
    assertThat(rows.get(0).get("name").asString()).isEqualTo("random");
    assertThat(rows.get(0).at("/regret/value").asDouble()).isEqualTo(1);
    assertThat(rows.get(1).get("name").asString()).isEqualTo("oracle");
    assertThat(rows.get(1).at("/regret/value").asDouble()).isZero();
  }

  @Test
  void whatCannotBeMeantIsRefusedAtOnce() {
    assertRefused(
        "--policy: a policy must be one of random, popularity, als, two-stage, oracle, was"
            + " \"best\"",
        "--policy=random,best");
    assertRefused(
        "--days must be in [1, 6] in world tiny (14 days, of which at least 8 are the log), was 7",
        "--world=tiny",
        "--days=7");
    assertRefused(
        "Invalid value for option '--days': must be a whole number of at least 1, was \"0\"",
        "--days=0");
    assertRefused(
        "--retrain must be none, nightly or a whole number of nights of at least 1, was \"often\"",
        "--retrain=often");
    assertRefused(
        "--world: a world must be \"tiny\", \"small\" or \"large\", was \"huge\"", "--world=huge");
  }

  private static void assertRefused(String sentence, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "simulate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("watchnext: " + sentence);
  }
}
