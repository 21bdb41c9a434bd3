package watchnext.benchmarks.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.evaluation.ListMetric;

class NcfTableTest {

  @TempDir private Path folder;

  private NcfFiles files(String train) throws IOException {
    Files.writeString(folder.resolve("toy.train.rating"), train);
    Files.writeString(folder.resolve("toy.test.rating"), "0\t3\t5\t978\n1\t4\t4\t979\n");
    Files.writeString(folder.resolve("toy.test.negative"), "(0,3)\t1\t4\t1\n(1,4)\t0\t5\t2\n");
    return NcfFiles.read(folder, "toy");
  }

  @Test
  void readsTheThreeFiles() throws IOException {
    NcfFiles files = files("0\t0\t5\t978300760\n0\t2\t3\t978302109\n1\t1\t4\t978301968\n");
    assertThat(files.train().rows()).isEqualTo(2);
    assertThat(files.train().columns()).isEqualTo(6);
    assertThat(files.train().row(0)).containsExactly(0, 2);
    assertThat(files.questions()).hasSize(2);
    assertThat(files.questions().get(1).positive()).isEqualTo(4);
    assertThat(files.questions().get(0).negatives()).containsExactly(1, 4, 1);
  }

  @Test
  void theFourthColumnOfTrainMayBeMissing() throws IOException {
    assertThat(files("0\t0\t5\n0\t2\t3\n1\t1\t4\n").train().size()).isEqualTo(3);
  }

  @Test
  void aPairThatComesTwiceInTrainCountsOnce() throws IOException {
    assertThat(files("0\t0\t5\t97\n0\t2\t3\t97\n0\t0\t4\t98\n").train().size()).isEqualTo(2);
  }

  @Test
  void validationAsksForTheLatestTrainItemOfEachUserAmongItemsNotMetInTrain() throws IOException {
    // User 0 met item 2 last, though its line comes first; of equal times the last line counts.
    NcfFiles files = files("0\t2\t5\t98\n0\t0\t3\t97\n0\t5\t3\t96\n1\t1\t4\t95\n1\t0\t4\t95\n");
    NcfFiles earlier = files.validation(40, new SplittableRandom(1));
    assertThat(earlier.train().columns()).isEqualTo(6);
    assertThat(earlier.train().row(0)).containsExactly(0, 5);
    assertThat(earlier.train().row(1)).containsExactly(1);
    assertThat(earlier.questions()).extracting(NcfFiles.Question::positive).containsExactly(2, 0);
    assertThat(earlier.questions().get(0).negatives()).hasSize(40).containsOnly(1, 3, 4);
    assertThat(files.train().row(0)).containsExactly(0, 2, 5);
  }

  @Test
  void withoutTimesTheLastLineIsTheLatestAndAUserOfOneItemIsNotAsked() throws IOException {
    NcfFiles earlier = files("0\t2\t5\n0\t0\t3\n1\t1\t4\n").validation(3, new SplittableRandom(1));
    assertThat(earlier.questions()).extracting(NcfFiles.Question::positive).containsExactly(0);
    assertThat(earlier.train().row(1)).containsExactly(1);
  }

  @Test
  void aTimeThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> files("0\t0\t5\tnoon\n"))
        .hasMessageContaining("toy.train.rating, line 1: column 4 must hold a time, held \"noon\"");
  }

  @Test
  void aBadRowIsRefusedWithFileLineAndColumn() {
    assertThatThrownBy(() -> files("0\t0\t5\n0\tx\t3\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("toy.train.rating, line 2: column 2 must hold a number")
        .hasMessageContaining("held \"x\"");
  }

  @Test
  void aNegativeFileOfAnotherTestFileIsRefused() throws IOException {
    files("0\t0\t5\n");
    Files.writeString(folder.resolve("toy.test.negative"), "(0,3)\t1\n(1,2)\t0\n");
    assertThatThrownBy(() -> NcfFiles.read(folder, "toy"))
        .hasMessageContaining("line 2: column 1 must hold (1,4)");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> NcfFiles.read(folder, "toy"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("toy.train.rating");
  }

  @Test
  void theRankCountsEachItemOnce() {
    // Items 1, 2 and 4 are above the positive 3; item 4 comes twice.
    NcfFiles.Question question = new NcfFiles.Question(0, 3, new int[] {1, 4, 2, 4, 0});
    float[] scores = {0.1f, 0.9f, 0.8f, 0.5f, 0.7f};
    assertThat(OneOfHundred.rank(question, scores)).isEqualTo(4);
  }

  @Test
  void amongEqualScoresThePositiveComesLast() {
    NcfFiles.Question question = new NcfFiles.Question(0, 3, new int[] {1, 4, 2});
    assertThat(OneOfHundred.rank(question, new float[5])).isEqualTo(4);
  }

  @Test
  void aPositiveThatWasDrawnAsNegativeKeepsThatPlaceAmongEquals() {
    NcfFiles.Question question = new NcfFiles.Question(0, 3, new int[] {1, 3, 2});
    assertThat(OneOfHundred.rank(question, new float[5])).isEqualTo(2);
  }

  @Test
  void hitRateAndNdcgAreThoseOfTheRank() {
    // User 0 finds its item at rank 1, user 1 at rank 3: NDCG = (1 + 1 / log2(4)) / 2 = 0.75.
    List<NcfFiles.Question> questions =
        List.of(
            new NcfFiles.Question(0, 0, new int[] {1, 2}),
            new NcfFiles.Question(1, 2, new int[] {0, 1}));
    Scorer scorer =
        (from, to, out) -> {
          out[0] = 3;
          out[1] = 2;
          out[2] = 1;
        };
    OneOfHundred protocol = new OneOfHundred(questions, 2, 3);
    Map<String, Double> metrics =
        protocol.judge(
            scorer, List.of(ListMetric.HIT.at(2), ListMetric.HIT.at(10), ListMetric.NDCG.at(10)));
    assertThat(metrics.get("hit@2")).isEqualTo(0.5);
    assertThat(metrics.get("hit@10")).isEqualTo(1);
    assertThat(metrics.get("ndcg@10")).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void theWholeTableRunsOnFilesOfTheSameForm() throws IOException {
    writeWorld(60, 130);
    Path json = folder.resolve("table.json");
    int code =
        Run.paper(
            "ncf-ml1m",
            "--dir",
            folder.toString(),
            "--name",
            "world",
            "--seeds",
            "2",
            "--dimension",
            "8",
            "--json",
            json.toString());
    assertThat(code).isZero();
    assertThat(Files.readString(json))
        .contains(
            "\"popularity\"",
            "\"neighbours-default\"",
            "\"neighbours\"",
            "\"ease\"",
            "\"als-8\"",
            "MF (published)")
        .contains("hr@10", "ndcg@10", "train-seconds");
  }

  /** Even users watch even items; the last of each is asked for among 99 of the other kind. */
  private void writeWorld(int users, int items) throws IOException {
    SplittableRandom random = new SplittableRandom(8);
    StringBuilder train = new StringBuilder();
    StringBuilder test = new StringBuilder();
    StringBuilder negative = new StringBuilder();
    for (int u = 0; u < users; u++) {
      int positive = 2 * random.nextInt(items / 2) + u % 2;
      for (int i = u % 2; i < items; i += 2) {
        if (i != positive && random.nextInt(3) > 0) {
          train.append(u).append('\t').append(i).append("\t5\t97\n");
        }
      }
      test.append(u).append('\t').append(positive).append("\t5\t98\n");
      negative.append('(').append(u).append(',').append(positive).append(')');
      for (int n = 0; n < 99; n++) {
        negative.append('\t').append(2 * random.nextInt(items / 2) + (u + 1) % 2);
      }
      negative.append('\n');
    }
    Files.writeString(folder.resolve("world.train.rating"), train);
    Files.writeString(folder.resolve("world.test.rating"), test);
    Files.writeString(folder.resolve("world.test.negative"), negative);
  }
}
