package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.evaluation.Estimate;

/** Text on the terminal. */
class EvaluationPrintTest {

  @Test
  void aShortParagraphStaysOneLine() {
    assertThat(EvaluationPrint.wrap("One request per day."))
        .containsExactly("One request per day.");
    assertThat(EvaluationPrint.wrap("")).containsExactly("");
  }

  @Test
  void noLineIsLongerThan110CharactersAndNoWordIsLost() {
    String paragraph = "request ".repeat(100).strip();
    List<String> lines = EvaluationPrint.wrap(paragraph);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    assertThat(String.join(" ", lines)).isEqualTo(paragraph);
    // 13 words of 7 letters and 12 spaces are 103 characters; a fourteenth would make 111.
    assertThat(lines.get(0)).hasSize(103);
  }

  @Test
  void aLineMayBeExactlyFull() {
    String full = "a".repeat(54) + " " + "b".repeat(55);
    assertThat(EvaluationPrint.wrap(full + " c")).containsExactly(full, "c");
  }

  @Test
  void aWordLongerThanALineStandsAlone() {
    String word = "w".repeat(200);
    assertThat(EvaluationPrint.wrap(word)).containsExactly(word);
    assertThat(EvaluationPrint.wrap("a " + word + " b")).containsExactly("a", word, "b");
  }

  @Test
  void aCellShowsItsIntervalWhenItHasOne() {
    Map<String, Estimate> metrics =
        Map.of("ndcg@10", new Estimate(0.12344, 0.1, 0.25), "coverage", Estimate.of(0.5));
    assertThat(ResultTable.cell(metrics, "ndcg@10")).isEqualTo("0.1234 [0.1000, 0.2500]");
    assertThat(ResultTable.cell(metrics, "coverage")).isEqualTo("0.5000");
    assertThat(ResultTable.cell(metrics, "recall@100")).isEqualTo("-");
  }
}
