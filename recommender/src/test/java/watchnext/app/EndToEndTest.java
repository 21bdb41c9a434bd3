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

  private static final List<String> SOURCES =
      List.of(
          "two-tower",
          "neighbours",
          "als",
          "popular",
          "trending",
          "segment",
          "creator",
          "fresh",
          "cold",
          "explore",
          "union");

  private static final List<String> NEW_USERS =
      List.of(
          "popularity",
          "two-tower",
          "two-tower + choices",
          "page",
          "page + choices",
          "page + choices as history");
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
    assertThat(whole.out().lines().toList()).first().asString().endsWith(" is whole");
    assertThat(whole.out()).contains("als.safetensors", "SHA-256", "video vectors are finite: ");
    assertWidths(whole.out());

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
    CommandRun verify = CommandRun.of("verify", rejected.toString());
    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.out()).contains("als.safetensors").doesNotContain("is whole");
    assertClosed(verify.out());
    assertThat(verify.err().lines())
        .containsExactly("watchnext: " + rejected + " is whole, and was rejected by the gate");

    CommandRun recommend = CommandRun.of("recommend", "--snapshot=" + rejected, "--user=u17");
    assertThat(recommend.exit()).as(recommend.err()).isZero();
    assertClosed(recommend.out());

    Path json = folder.resolve("rejected.json");
    CommandRun evaluate =
        CommandRun.of(
            "evaluate",
            "--snapshot=" + rejected,
            "--set=evaluation.maxRequests=60",
            "--json=" + json);
    assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    assertClosed(evaluate.out());
    JsonNode check = table(json).at("/tables/gate/0");
    assertThat(check.get("rule").asString()).isEqualTo("video vectors are finite");
    assertThat(check.get("passed").asString()).isEqualTo("no");
  }

  private static void assertClosed(String out) {
    assertThat(out.lines()).contains("The gate is closed: these models may not serve.");
    assertThat(out.lines())
        .anyMatch(line -> line.matches("video vectors are finite +0 are not +no"));
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
    assertThat(run.out()).contains("user u17", "retrieve ", "rerank ");
    assertWidths(run.out());
    JsonNode file = table(json);
    assertThat(file.get("command").asString()).startsWith("recommend --user u17");
    assertThat(file.at("/tables/page")).hasSize(5);
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
    JsonNode uploads = table(json).at("/tables/uploads");
    assertThat(uploads.at("/0/id").asString()).isEqualTo("new1");
    assertThat(uploads.at("/0/place in the list of each source").asString())
        .matches("(.*, )?fresh \\d+(, .*)?");
    assertThat(uploads.get(1).propertyNames()).doesNotContain("place on the page");

    CommandRun verify = CommandRun.of("verify", snapshot.toString(), "--uploads=" + file);
    assertThat(verify.exit()).as(verify.err()).isZero();
    assertThat(verify.out()).contains("live part: uploads 2");
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
    assertThat(run.out()).contains("95 % intervals", "\ntwo-tower-hnsw ", "recall@100 by slice");
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
    assertWidths(run.out());
    assertThat(run.out()).doesNotContain("NaN").doesNotContain(" s] ");
    assertThat(report.resolve("index.html")).isNotEmptyFile();

    JsonNode file = table(json);
    assertThat(file.get("command").asString())
        .isEqualTo("demo --world tiny --seed 1 --set evaluation.maxRequests=60");
    assertCaseStudy(file);
  }

  /** No line of a pipe is wider than 100 columns, and no colour is in it. */
  private static void assertWidths(String out) {
    assertThat(out.lines().skip(1)).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    assertThat(out).doesNotContain("\u001b");
  }

  private static void assertCaseStudy(JsonNode file) {
    JsonNode stages = file.at("/tables/stages");
    for (JsonNode row : stages) {
      String name = row.get("name").asString();
      assertThat(row.propertyNames()).as(name).containsAll(ALL);
      if (ROWS.contains(name) && ROWS.indexOf(name) <= ROWS.indexOf("union")) {
        assertThat(row.propertyNames()).as(name).contains("recall@100", "gini");
      }
      assertThat(row.at("/time, ms/value").asDouble()).as(name).isPositive();
    }
    List<String> names = names(stages);
    List<String> offered = names.subList(names.indexOf("union") + 1, names.indexOf("page"));
    assertThat(LEARNT).containsAll(offered);
    double union = value(stages, "union", "ndcg@10");
    for (String ranker : offered) {
      assertThat(value(stages, ranker, "ndcg@10")).as(ranker).isGreaterThan(union);
    }
    offered.clear();
    assertThat(names).isEqualTo(ROWS);
    assertThat(names(file.at("/tables/newUsers"))).isEqualTo(NEW_USERS);
    // The union holds fewer than 500 videos, so this is all that any later stage can find.
    double ceiling = value(stages, "union", "recall@500");
    assertThat(value(stages, "page", "recall@10")).isBetween(0.0, ceiling);
    assertSources(file.at("/tables/sources"), ceiling);
  }

  /** No source finds more than all of them, nor less than it finds alone. */
  private static void assertSources(JsonNode sources, double ceiling) {
    assertThat(names(sources)).isEqualTo(SOURCES);
    assertThat(value(sources, "union", "found")).isCloseTo(ceiling, within(1e-9));
    for (String name : SOURCES.subList(0, SOURCES.size() - 1)) {
      double found = value(sources, name, "found");
      assertThat(found).as(name).isBetween(value(sources, name, "found alone"), ceiling);
    }
  }

  private static List<String> names(JsonNode table) {
    List<String> names = new ArrayList<>();
    table.forEach(row -> names.add(row.get("name").asString()));
    return names;
  }

  private static double value(JsonNode table, String name, String metric) {
    for (JsonNode row : table) {
      if (row.get("name").asString().equals(name)) {
        return row.get(metric).get("value").asDouble();
      }
    }
    throw new AssertionError("the table must have the row " + name);
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
    for (JsonNode table : file.get("tables")) {
      for (JsonNode row : table) {
        row.forEach(EndToEndTest::assertInside);
      }
    }
    return file;
  }

  private static void assertInside(JsonNode cell) {
    if (cell.has("low")) {
      double low = cell.get("low").asDouble() - ROUNDING;
      double high = cell.get("high").asDouble() + ROUNDING;
      assertThat(cell.get("value").asDouble()).isBetween(low, high);
    }
  }
}
