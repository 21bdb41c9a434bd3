package watchnext.benchmarks.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.evaluation.ListMetric;
import watchnext.settings.Settings;

class TwoTowerRowTest {

  @TempDir private Path folder;

  /** User u has the items of u's parity but u, which is the test. */
  private LightGcnFiles checkerboard() throws IOException {
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int u = 0; u < 60; u++) {
      train.append(u);
      for (int i = u % 2; i < 60; i += 2) {
        train.append(i == u ? "" : " " + i);
      }
      train.append('\n');
      test.append(u).append(' ').append(u).append('\n');
    }
    Files.writeString(folder.resolve("train.txt"), train);
    Files.writeString(folder.resolve("test.txt"), test);
    return LightGcnFiles.read(folder);
  }

  @Test
  void findsTheDiagonalOfACheckerboard() throws IOException {
    LightGcnFiles files = checkerboard();
    Method method =
        TwoTowerRow.method(
            Settings.with(
                TwoTowerRow.GOWALLA,
                "dimension=8",
                "epochs=10",
                "batchSize=64",
                "examplesPerUser=0",
                "softmax.mixedNegatives=16"));
    assertThat(method.name()).isEqualTo("two-tower-8");
    Scorer scorer = method.training().train(files.train(), new SplittableRandom(1), sentence -> {});
    Map<String, Double> metrics =
        new FullRanking(files.train(), files.test(), 1)
            .judge(scorer, List.of(ListMetric.RECALL.at(1)));
    // One item of the user's own parity is left, among thirty of the other: chance is 1/31.
    assertThat(metrics.get("recall@1")).isGreaterThan(0.9);
  }

  @Test
  void theRowTakesItsOptions() throws IOException {
    checkerboard();
    Path json = folder.resolve("table.json");
    int code =
        Run.paper(
            "gowalla",
            "--dir",
            folder.toString(),
            "--seeds",
            "1",
            "--rows",
            "two-tower-4",
            "--tower-dimension",
            "4",
            "--tower=epochs=2",
            "--tower=softmax.mixedNegatives=8",
            "--json",
            json.toString());
    assertThat(code).isZero();
    assertThat(Files.readString(json)).contains("\"two-tower-4\"", "ndcg@20");
  }
}
