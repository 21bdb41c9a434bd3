package watchnext.benchmarks.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.dataset.Interactions;
import watchnext.evaluation.ListMetric;
import watchnext.evaluation.MetricAt;

class GowallaTableTest {

  private static final List<MetricAt> METRICS =
      List.of(ListMetric.RECALL.at(20), ListMetric.NDCG.at(20));

  @TempDir private Path folder;

  private LightGcnFiles files(String train, String test) throws IOException {
    Files.writeString(folder.resolve("train.txt"), train);
    Files.writeString(folder.resolve("test.txt"), test);
    return LightGcnFiles.read(folder);
  }

  @Test
  void readsUsersWithTheirItems() throws IOException {
    LightGcnFiles files = files("0 3 1\n1 2\n", "0 2\n1 \n2 4 5\n");
    assertThat(files.train().row(0)).containsExactly(1, 3);
    // User 2 and item 5 are in the test file only.
    assertThat(files.train().rows()).isEqualTo(3);
    assertThat(files.train().columns()).isEqualTo(6);
    assertThat(files.test().row(2)).containsExactly(4, 5);
  }

  @Test
  void aBadRowIsRefusedWithFileLineAndColumn() {
    assertThatThrownBy(() -> files("0 3 1\n1 -2\n", "0 2\n"))
        .hasMessageContaining("train.txt, line 2: column 2 must hold a number from 0");
  }

  @Test
  void itemsOfTrainAreLeftOutOfTheLists() throws IOException {
    LightGcnFiles files = files("0 0 1\n1 2\n", "0 2\n1 0 3\n");
    // Scores fall with the number. User 0 may be given 2, 3: found at rank 1. User 1 may be given
    // 0, 1, 3: both found, at ranks 1 and 3.
    Scorer scorer =
        (from, to, out) -> {
          for (int i = 0; i < (to - from) * 4; i++) {
            out[i] = -(i % 4);
          }
        };
    Map<String, Double> metrics =
        new FullRanking(files.train(), files.test(), 1)
            .judge(scorer, List.of(ListMetric.RECALL.at(1), ListMetric.NDCG.at(3)));
    assertThat(metrics.get("recall@1")).isCloseTo((1 + 0.5) / 2, within(1e-12));
    double dcg = 1 + 1 / (Math.log(4) / Math.log(2));
    double ideal = 1 + 1 / (Math.log(3) / Math.log(2));
    assertThat(metrics.get("ndcg@3")).isCloseTo((1 + dcg / ideal) / 2, within(1e-12));
  }

  @Test
  void usersWithNothingToFindDoNotCount() throws IOException {
    LightGcnFiles files = files("0 0\n1 1\n", "0 1\n");
    Scorer scorer = (from, to, out) -> Arrays.fill(out, 1);
    assertThat(new FullRanking(files.train(), files.test(), 1).judge(scorer, METRICS))
        .containsEntry("recall@20", 1.0);
  }

  @Test
  void validationTakesAFifthOfTrainAndNothingElse() {
    SplittableRandom random = new SplittableRandom(1);
    Interactions all =
        Interactions.of(
            50, 200, random.ints(4_000, 0, 50).toArray(), random.ints(4_000, 0, 200).toArray());
    LightGcnFiles parts = new LightGcnFiles(all, Interactions.of(50, 200, new int[0], new int[0]));
    LightGcnFiles validation = parts.validation(1);
    assertThat(validation.train().size() + validation.test().size()).isEqualTo(all.size());
    assertThat((double) validation.test().size() / all.size()).isCloseTo(0.2, within(0.03));
  }

  @Test
  void theWholeTableRunsOnFilesOfTheSameForm() throws IOException {
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int u = 0; u < 40; u++) {
      train.append(u);
      for (int i = u % 2; i < 60; i += 2) {
        train.append(i == u ? "" : " " + i);
      }
      train.append('\n');
      test.append(u).append(' ').append(u).append('\n');
    }
    files(train.toString(), test.toString());
    Path json = folder.resolve("table.json");
    int code =
        Run.paper(
            "gowalla",
            "--dir",
            folder.toString(),
            "--dimension",
            "4",
            "--seeds",
            "1",
            "--rows",
            "popularity,als-4,graph,gf-cf,bspm",
            "--json",
            json.toString());
    assertThat(code).isZero();
    assertThat(Files.readString(json))
        .contains("\"popularity\"", "\"als-4\"", "SimpleX (published)", "recall@20", "ndcg@20")
        .contains("\"graph\"", "\"gf-cf\"", "\"bspm\"")
        .doesNotContain("\"neighbours\"");
  }

  @Test
  void theSpeedOfAlsIsPrintedByThreads() throws IOException {
    files("0 1 2\n1 0 2\n2 0 1 3\n", "0 3\n");
    Path json = folder.resolve("speed.json");
    int code =
        Run.paper(
            "als-speed",
            "--dir",
            folder.toString(),
            "--dimension",
            "2",
            "--epochs",
            "3",
            "--json",
            json.toString());
    assertThat(code).isZero();
    assertThat(Files.readString(json))
        .contains("als-2, threads: 1", "als-2, threads: 2", "epoch-seconds", "speed-up");
  }

  @Test
  void popularityHasItsPublishedScoreOnGowalla() throws IOException {
    String data = System.getenv("WATCHNEXT_DATA");
    assumeTrue(data != null, "WATCHNEXT_DATA names no folder of data: skipped");
    Path gowalla = Path.of(data, "gowalla");
    assumeTrue(Files.isDirectory(gowalla), gowalla + " is not there: skipped");
    LightGcnFiles files = LightGcnFiles.read(gowalla);
    Scorer scorer =
        Method.popularity().training().train(files.train(), new SplittableRandom(1), line -> {});
    Map<String, Double> metrics =
        new FullRanking(files.train(), files.test(), 2).judge(scorer, METRICS);
    assertThat(metrics.get("recall@20")).isCloseTo(.0416, within(5e-5));
    assertThat(metrics.get("ndcg@20")).isCloseTo(.0317, within(5e-5));
  }
}
