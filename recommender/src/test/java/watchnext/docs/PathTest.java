package watchnext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of the path answers each question with a class, a test and a command. */
class PathTest {

  private static final List<String> STEPS =
      Pages.read(Pages.ROOT.resolve("docs/README.md"))
          .lines()
          .filter(line -> line.matches("\\| (\\[)?\\d.*"))
          .toList();

  @Test
  void everyStepHasAQuestionADecisionAClassATestAndACommandWithItsResult() {
    for (String step : STEPS) {
      String[] cells = step.substring(1).split(" \\| ");
      assertThat(cells).as(step).hasSize(6);
      assertThat(cells[1]).endsWith("?");
      assertThat(cells[2]).isNotBlank();
      assertThat(cells[3]).contains("/src/main/java/").contains(".java)");
      assertThat(cells[4]).contains("/src/test/java/").contains("Test.java)");
      assertThat(cells[5]).startsWith("`./watchnext ").contains(" → ");
    }
  }

  @Test
  void allSevenStepsAreThere() {
    assertThat(STEPS)
        .extracting(step -> step.replaceFirst("\\| \\[?(\\d).*", "$1"))
        .contains("1", "2", "3", "4", "5", "6", "7")
        .isSorted();
  }
}
