package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchnext.snapshot.Snapshots;

/** The verbs one after the other on the smallest world, as a person would run them. */
@Tag("quality")
class EndToEndTest {

  /** Where all users have one value, sums in another order differ in the last bits. */
  private static final double ROUNDING = 1e-9;

  private static final List<String> ROWS =
      List.of(
          "random",
          "popularity",
          "neighbours",
          "als",
          "two-tower-exact",
          "two-tower-hnsw",
          "two-tower-cold",
          "union",
          "page");

  /** Rows of what validation offers, before the page. */
  private static final List<String> LEARNT = List.of("logistic", "gbdt", "neural", "blend");

  private static final List<String> MORE =
      List.of(
          "source two-tower",
          "source neighbours",
          "source als",
          "source popular",
          "source trending",
          "source segment",
          "source creator",
          "source fresh",
          "source cold",
          "source explore",
          "source union",
          "popularity, new users",
          "two-tower, new users",
          "two-tower, new users + choices",
          "page, new users",
          "page, new users + choices",
          "page, new users + choices as history");
  private static final List<String> ALL = List.of("ndcg@10", "recall@10", "coverage");

  @TempDir private static Path folder;
  private static Path snapshot = Path.of("snapshot");
  private static CommandRun train = new CommandRun(-1, "", "");

  @BeforeAll
  static void train() {
    snapshot = folder.resolve("snapshot");
    train = CommandRun.of("train", "--world=tiny", "--out=" + snapshot);
  }

  @Test
  void trainingTellsOneLineOnStandardOutputAndProgressOnStandardError() {
    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(train.out().lines()).hasSize(1);
    assertThat(train.out()).startsWith("snapshot ").contains(" in " + snapshot + ": ", " parts, ");
    assertThat(train.err()).contains("ALS", "two-tower", "GBDT", "neural", "gate: ");
  }

  @Test
  void aFreshSnapshotIsWholeAndADamagedOneIsNot() throws IOException {
    CommandRun whole = CommandRun.of("verify", snapshot.toString());
    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(whole.out().lines().toList())
        .filteredOn(line -> !line.startsWith("ok  "))
        .singleElement()
        .asString()
        .endsWith(" is whole");

    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    try (var parts = Files.list(snapshot)) {
      for (Path part : parts.toList()) {
        byte[] bytes = Files.readAllBytes(part);
        if (part.endsWith("als.safetensors")) {
          bytes[bytes.length / 2] ^= 1;
        }
        Files.write(damaged.resolve(part.getFileName()), bytes);
      }
    }
    CommandRun refused = CommandRun.of("verify", damaged.toString());
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines())
        .containsExactly(
            "watchnext: als.safetensors is damaged: its SHA-256 is not the manifest's");
  }

  @Test
  void aRejectedCandidateIsLookedAtAndMarkedByEveryVerb() throws Exception {
    Path rejected = rejected();
    List<String> closed =
        List.of(
            "The gate is closed: these models may not serve. What did not hold:",
            "  video vectors are finite",
            "    found 0 are not");
    CommandRun verify = CommandRun.of("verify", rejected.toString());
    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.out()).contains("ok  als.safetensors").doesNotContain("is whole");
    assertThat(verify.out().lines()).containsSubsequence(closed);
    assertThat(verify.err().lines())
        .containsExactly("watchnext: " + rejected + " is whole, and was rejected by the gate");

    CommandRun recommend = CommandRun.of("recommend", "--snapshot=" + rejected, "--user=u17");
    assertThat(recommend.exit()).as(recommend.err()).isZero();
    assertThat(recommend.out().lines()).containsSubsequence(closed);

    Path json = folder.resolve("rejected.json");
    CommandRun evaluate =
        CommandRun.of(
            "evaluate",
            "--snapshot=" + rejected,
            "--set=evaluation.maxRequests=60",
            "--json=" + json);
    assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    assertThat(evaluate.out().lines()).containsSubsequence(closed);
    JsonNode check = table(json).get("gate").get(0);
    assertThat(check.get("rule").asString()).isEqualTo("video vectors are finite");
    assertThat(check.get("passed").asBoolean()).isFalse();
  }

  /** The snapshot as it would have been written had its first check failed. */
  private static Path rejected() throws Exception {
    Path rejected = Files.createDirectory(folder.resolve("snapshot.rejected"));
    try (var parts = Files.list(snapshot)) {
      for (Path part : parts.toList()) {
        Files.copy(part, rejected.resolve(part.getFileName()));
      }
    }
    Path receipt = rejected.resolve("manifest.json");
    String manifest = Files.readString(receipt);
    assertThat(manifest).contains("\"passed\" : true");
    Files.writeString(receipt, manifest.replaceFirst("\"passed\" : true", "\"passed\" : false"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(receipt));
    Files.writeString(
        rejected.resolve("manifest.sha256"),
        HexFormat.of().formatHex(digest) + "  manifest.json\n");
    return rejected;
  }

  @Test
  void trainingIsNotBegunForAPlaceThatIsTaken() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("thesis.tex"), "three years");
    for (Path place : List.of(taken, taken.resolve("thesis.tex"))) {
      CommandRun run = CommandRun.of("train", "--world=tiny", "--out=" + place);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("watchnext: " + place + " is ")
          .endsWith("it is left as it is, choose another place");
    }
  }

  @Test
  void aUserGetsAPageOfTheSizeAskedFor() throws IOException {
    Path json = folder.resolve("page.json");
    CommandRun run =
        CommandRun.of(
            "recommend", "--snapshot=" + snapshot, "--user=u17", "--size=5", "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("user u17", "retrieve: kept ", "rerank: kept 5");
    JsonNode file = table(json);
    assertThat(file.get("command").asString()).startsWith("recommend --user u17");
    assertThat(file.get("rows").size()).isEqualTo(5);
  }

  @Test
  void somebodyUnknownGetsWhatIsPopular() {
    CommandRun run = CommandRun.of("recommend", "--snapshot=" + snapshot, "--user=nobody");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("user nobody, never heard of", "popular now", "fallback: unknown user");
  }

  @Test
  void aVideoUploadedSinceIsACandidateAndTheOutputSaysWhere() throws IOException {
    long now = Snapshots.manifest(snapshot).provenance().trainedBefore();
    Path file = folder.resolve("uploads.csv");
    Files.writeString(
        file,
        "id,title,creator,tags,language,duration_seconds,uploaded_at\n"
            + "new1,Ribs in an hour,c56,cooking|barbecue,en,40,"
            + (now - 3600)
            + "\nnew2,Not yet,c56,cooking,en,40,"
            + (now + 3600)
            + "\n");
    Path json = folder.resolve("uploads.json");
    CommandRun run =
        CommandRun.of(
            "recommend",
            "--snapshot=" + snapshot,
            "--user=u17",
            "--uploads=" + file,
            "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "uploads: 2 added to the snapshot, median ",
            "live part: uploads 2, reachable 100.00 %, recall@100 near them 1.0000",
            "not yet uploaded");
    JsonNode rows = table(json).get("rows");
    JsonNode first = rows.get(rows.size() - 2);
    assertThat(first.get("name").asString()).isEqualTo("upload new1");
    assertThat(first.get("metrics").get("place.fresh").get("value").asInt()).isBetween(1, 40);
    assertThat(rows.get(rows.size() - 1).get("metrics").properties()).hasSize(1);

    CommandRun verify = CommandRun.of("verify", snapshot.toString(), "--uploads=" + file);
    assertThat(verify.exit()).as(verify.err()).isZero();
    assertThat(verify.out()).contains("ok  live part: uploads 2");
  }

  @Test
  void anUploadWhoseIdentifierIsTakenIsRefusedByLineAndColumn() throws IOException {
    Path file = folder.resolve("taken.csv");
    Files.writeString(file, "id,tags\nnew1,a\nv2,b\n");
    CommandRun run =
        CommandRun.of("recommend", "--snapshot=" + snapshot, "--user=u17", "--uploads=" + file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .last()
        .isEqualTo(
            "watchnext: taken.csv, line 3, column id: expected an identifier that has not come"
                + " before, was \"v2\"");
  }

  @Test
  void modelsAreNotJudgedOnOtherData() {
    CommandRun run =
        CommandRun.of("evaluate", "--snapshot=" + snapshot, "--world=tiny", "--seed=2");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines())
        .last()
        .asString()
        .startsWith("watchnext: the snapshot was trained on other data (world tiny, fingerprint ");
  }

  @Test
  void aSeedBesideASnapshotIsRefusedWithoutItsWorld() {
    for (String verb : List.of("evaluate", "recommend")) {
      List<String> arguments = new ArrayList<>(List.of(verb, "--snapshot=" + snapshot, "--seed=2"));
      if (verb.equals("recommend")) {
        arguments.add("--user=u17");
      }
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith(
              "watchnext: --seed says which --world the data are, give both or neither: a snapshot"
                  + " keeps its own seed");
    }
  }

  @Test
  void evaluationOfASnapshotPrintsAndKeepsAllRows() throws IOException {
    Path json = folder.resolve("evaluation.json");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--snapshot=" + snapshot,
            "--set=evaluation.maxRequests=60",
            "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("95 % intervals", "| two-tower-hnsw ", "recall@100 by slice:");
    assertCaseStudy(table(json));
  }

  @Test
  void theDemoPrintsKeepsAndReportsAllRows() throws IOException {
    Path json = folder.resolve("demo.json");
    Path report = folder.resolve("report");
    CommandRun run =
        CommandRun.of(
            "demo",
            "--world=tiny",
            "--set=evaluation.maxRequests=60",
            "--out=" + report,
            "--json=" + json);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("user "))).hasSize(3);
    assertThat(run.out()).doesNotContain("NaN").doesNotContain(" s] ");
    assertThat(report.resolve("index.html")).isNotEmptyFile();

    JsonNode file = table(json);
    assertThat(file.get("command").asString())
        .isEqualTo("demo --world tiny --seed 1 --set evaluation.maxRequests=60");
    assertCaseStudy(file);
  }

  private static void assertCaseStudy(JsonNode file) {
    List<String> names = new ArrayList<>();
    for (JsonNode row : file.get("rows")) {
      String name = row.get("name").asString();
      names.add(name);
      if (!ROWS.contains(name)) {
        continue;
      }
      assertThat(row.get("metrics").propertyNames()).as(name).containsAll(ALL);
      if (ROWS.indexOf(name) <= ROWS.indexOf("union")) {
        assertThat(row.get("metrics").propertyNames()).as(name).contains("recall@100");
      }
      assertThat(row.get("millisPerRequest").asDouble()).as(name).isPositive();
    }
    int page = names.indexOf("page");
    List<String> offered = names.subList(names.indexOf("union") + 1, page);
    assertThat(LEARNT).containsAll(offered);
    double union = value(file, "union", "ndcg@10");
    for (String ranker : offered) {
      assertThat(value(file, ranker, "ndcg@10")).as(ranker).isGreaterThan(union);
    }
    offered.clear();
    assertThat(names.subList(0, ROWS.size())).isEqualTo(ROWS);
    assertThat(names.subList(ROWS.size(), names.size())).isEqualTo(MORE);
    assertSources(file);
    // The union holds fewer than 500 videos, so this is all that any later stage can find.
    double ceiling = value(file, "union", "recall@500");
    assertThat(value(file, "page", "recall@10")).isBetween(0.0, ceiling);
  }

  /** No source finds more than all of them, nor less than it finds alone. */
  private static void assertSources(JsonNode file) {
    double ceiling = value(file, "source union", "found");
    assertThat(ceiling).isCloseTo(value(file, "union", "recall@500"), within(1e-9));
    for (String name : MORE) {
      if (name.startsWith("source ") && !name.equals("source union")) {
        double found = value(file, name, "found");
        assertThat(found).as(name).isBetween(value(file, name, "foundAlone"), ceiling);
      }
    }
  }

  private static double value(JsonNode file, String row, String metric) {
    for (JsonNode each : file.get("rows")) {
      if (each.get("name").asString().equals(row)) {
        return each.get("metrics").get(metric).get("value").asDouble();
      }
    }
    throw new AssertionError("the table must have the row " + row);
  }

  /** Reads a table and checks what holds for all of them. */
  private static JsonNode table(Path json) throws IOException {
    String text = Files.readString(json);
    assertThat(text).doesNotContain("NaN", "Infinity");
    JsonNode file = JsonMapper.builder().build().readTree(text);
    for (String field : List.of("command", "commit", "machine")) {
      assertThat(file.get(field).asString()).as(field).isNotBlank();
    }
    assertThat(file.get("seed").asLong()).isEqualTo(1);
    for (JsonNode row : file.get("rows")) {
      assertThat(row.get("source").asString()).isEqualTo("ours");
      for (JsonNode metric : row.get("metrics")) {
        double value = metric.get("value").asDouble();
        if (metric.has("low")) {
          assertThat(value)
              .isBetween(
                  metric.get("low").asDouble() - ROUNDING,
                  metric.get("high").asDouble() + ROUNDING);
        }
      }
    }
    return file;
  }
}
