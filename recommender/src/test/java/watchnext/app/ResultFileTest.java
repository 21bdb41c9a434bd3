package watchnext.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchnext.evaluation.Estimate;
import watchnext.snapshot.GateCheck;

/** Tables for programs. */
class ResultFileTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void aFileSaysWhatWasRunAndHoldsTheRows() throws IOException {
    JsonNode file = written(Map.of("recall@100", new Estimate(0.25, 0.125, 0.5)), 1.5);
    assertThat(file.get("command").asString()).isEqualTo("demo --world tiny");
    assertThat(file.get("commit").asString()).isEqualTo("abc1234");
    assertThat(file.get("machine").asString()).isEqualTo("a machine");
    assertThat(file.get("seed").asLong()).isEqualTo(7);
    JsonNode check = file.get("gate").get(0);
    assertThat(check.get("rule").asString()).isEqualTo("recall is at least 0.90");
    assertThat(check.get("found").asString()).isEqualTo("0.5000");
    assertThat(check.get("passed").asBoolean()).isFalse();
    JsonNode row = file.get("rows").get(0);
    assertThat(row.get("name").asString()).isEqualTo("als");
    assertThat(row.get("source").asString()).isEqualTo("ours");
    assertThat(row.get("millisPerRequest").asDouble()).isEqualTo(1.5);
    JsonNode metric = row.get("metrics").get("recall@100");
    assertThat(metric.get("value").asDouble()).isEqualTo(0.25);
    assertThat(metric.get("low").asDouble()).isEqualTo(0.125);
    assertThat(metric.get("high").asDouble()).isEqualTo(0.5);
  }

  @Test
  void aMetricWithoutAnIntervalHasNoEnds() throws IOException {
    JsonNode metric =
        written(Map.of("coverage", Estimate.of(0.5)), 1).at("/rows/0/metrics/coverage");
    assertThat(metric.propertyNames()).containsExactly("value");
  }

  @Test
  void whatIsNotANumberIsLeftOut() throws IOException {
    Map<String, Estimate> metrics =
        Map.of(
            "novelty", Estimate.of(Double.NaN),
            "diversity", Estimate.of(Double.POSITIVE_INFINITY),
            "gini", Estimate.of(0.5));
    JsonNode row = written(metrics, Double.NaN).at("/rows/0");
    assertThat(row.get("metrics").propertyNames()).containsExactly("gini");
    assertThat(row.get("millisPerRequest").asDouble()).isZero();
    assertThat(Files.readString(folder.resolve("results.json"))).doesNotContain("NaN", "Infinity");
  }

  @Test
  void theSameTableIsTheSameBytes() throws IOException {
    written(Map.of("b", Estimate.of(2), "a", Estimate.of(1), "c", Estimate.of(3)), 1);
    String first = Files.readString(folder.resolve("results.json"));
    written(Map.of("c", Estimate.of(3), "a", Estimate.of(1), "b", Estimate.of(2)), 1);
    assertThat(Files.readString(folder.resolve("results.json"))).isEqualTo(first);
    assertThat(first.indexOf("\"a\"")).isLessThan(first.indexOf("\"b\""));
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    written(Map.of(), 1);
    written(Map.of(), 1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("results.json"));
    }
  }

  @Test
  void whoMayReadOtherFilesMayReadThisOne() throws IOException {
    written(Map.of(), 1);
    Path other = Files.createFile(folder.resolve("other"));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("results.json")))
          .isEqualTo(Files.getPosixFilePermissions(other));
    }
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path real = folder.resolve("real.json");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("real.json"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), dangling);
    WholeFile.write(link, "one");
    assertThat(real).hasContent("one").isRegularFile();
    WholeFile.write(link, "two");
    assertThat(real).hasContent("two");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.isSymbolicLink(dangling)).isTrue();
  }

  @Test
  void linksThatLeadRoundAreRefused() throws IOException {
    Path a = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertThatThrownBy(() -> WholeFile.write(a, "text"))
        .isInstanceOf(IOException.class)
        .hasMessage(a + " must lead to a file, leads round in links");
  }

  @Test
  void aDeviceIsWrittenToAndStaysADevice() throws IOException {
    Path nothing = Path.of("/dev/null");
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(nothing) && Files.exists(full), "needs /dev/full");
    WholeFile.write(nothing, "text");
    assertThat(Files.isRegularFile(nothing)).isFalse();
    assertThat(nothing).exists();
    assertThatThrownBy(() -> WholeFile.write(full, "text"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("/dev/full cannot be written: ");
    assertThat(Files.isRegularFile(full)).isFalse();
  }

  @Test
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    WholeFile.write(pipe, "a table");
    assertThat(new String(reader.getInputStream().readAllBytes(), UTF_8)).isEqualTo("a table");
    assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThatThrownBy(() -> WholeFile.require(file.resolve("deep/results.json")))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " must be a folder, is none");
    WholeFile.require(folder.resolve("new/deep/results.json"));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aFolderIsNotReplacedByAFile() {
    assertThatThrownBy(() -> WholeFile.write(folder, "text"))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " must be a file, is a folder");
    assertThat(folder).isEmptyDirectory();
  }

  private JsonNode written(Map<String, Estimate> metrics, double millis) throws IOException {
    Path file = folder.resolve("results.json");
    new ResultFile(
            "demo --world tiny",
            "abc1234",
            "a machine",
            7,
            "",
            List.of(new GateCheck("recall is at least 0.90", "0.5000", false)),
            List.of(ResultFile.Row.ours("als", metrics, millis)),
            List.of())
        .write(file);
    return JSON.readTree(Files.readString(file));
  }
}
