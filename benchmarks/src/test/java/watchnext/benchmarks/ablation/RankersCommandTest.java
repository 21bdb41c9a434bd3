package watchnext.benchmarks.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RankersCommandTest {

  private final StringWriter err = new StringWriter();

  private int ablation(String... arguments) {
    return new CommandLine(new AblationCommand()).setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void aCountBelowOneIsRefusedInOneSentence() {
    assertThat(ablation("rankers", "--world", "tiny", "--set", "rankerRequests=0")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--set: rankerRequests must be at least 1, was 0");
  }

  @Test
  @Tag("quality")
  void theTableOfATinyWorldHasTheBaseTheVariantsAndBothPeriods(@TempDir Path folder)
      throws IOException {
    Path json = folder.resolve("table.json");
    assertThat(
            ablation(
                "rankers",
                "--world",
                "tiny",
                "--seeds",
                "1",
                "--set=rankerRequests=40",
                "--set=negatives=20",
                "--set=evaluation.maxRequests=50",
                "--json",
                json.toString()))
        .isZero();
    assertThat(Files.readString(json))
        .contains("\"no ranker: union\"", "\"base\"", "\"a quarter of requests\"")
        .contains("\"validation ndcg@10 page\"", "\"test recall@10 page - base\"");
  }
}
