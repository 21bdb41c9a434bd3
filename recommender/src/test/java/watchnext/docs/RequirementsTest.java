package watchnext.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import watchnext.app.Main;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationSettings;
import watchnext.feature.FeatureState;
import watchnext.reranking.PageRules;
import watchnext.task.Asked;
import watchnext.task.Requirements;

/** The page of step 1, the record beside it, and the defaults of the code say the same. */
class RequirementsTest {

  private static final Requirements ASKED = Requirements.DEFAULT;
  private static final String PAGE = Pages.read(Pages.ROOT.resolve("docs/1-requirements.md"));

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```arithmetic\\R(.*?)^```");
  private static final Pattern NUMBER =
      Pattern.compile("([·/=]?)[^\\d·/=]*?(\\d[\\d,]*(?:\\.\\d+)?)");

  @Test
  void thePageHoldsEachNumberOfTheRecord() throws ReflectiveOperationException {
    for (RecordComponent part : Requirements.class.getRecordComponents()) {
      Matcher row = Pattern.compile("\\| `" + part.getName() + "` \\| (.*?) \\|").matcher(PAGE);
      assertThat(row.find()).as(part.getName()).isTrue();
      Object value = part.getAccessor().invoke(ASKED);
      if (value instanceof Number number) {
        assertThat(number(row.group(1))).as(part.getName()).isEqualTo(number.doubleValue());
      } else {
        assertThat(List.of(row.group(1).split(", "))).isEqualTo(value);
      }
    }
  }

  @Test
  void theArithmeticOfThePageHolds() {
    List<String> lines = BLOCK.matcher(PAGE).results().flatMap(b -> b.group(1).lines()).toList();
    assertThat(lines).hasSizeGreaterThan(15);
    for (String line : lines) {
      String printed = printedResult(line);
      assertThat(result(line)).as(line).isCloseTo(number(printed), within(rounding(printed)));
    }
  }

  /** The product and quotient of the numbers before the equals sign, from left to right. */
  private static double result(String line) {
    double result = 1;
    Matcher next = NUMBER.matcher(line.substring(0, line.indexOf('=')));
    while (next.find()) {
      double value = number(next.group(2));
      result = next.group(1).equals("/") ? result / value : result * value;
    }
    return result;
  }

  private static String printedResult(String line) {
    Matcher first = NUMBER.matcher(line.substring(line.indexOf('=')));
    assertThat(first.find()).as(line).isTrue();
    return first.group(2);
  }

  /** Half of the last digit that is printed. */
  private static double rounding(String printed) {
    int point = printed.indexOf('.');
    return 0.5000001 * Math.pow(10, point < 0 ? 0 : point + 1 - printed.length());
  }

  private static double number(String printed) {
    return Double.parseDouble(printed.replace(",", ""));
  }

  @Test
  void theDefaultsOfTheCodeAreWhatIsAsked() {
    RebuildConfig rebuild = RebuildConfig.defaults(1);
    CommandLine recommend = Main.commandLine().getSubcommands().get("recommend");

    assertThat(EvaluationSettings.defaults(1).page()).isEqualTo(ASKED.pageSize());
    assertThat(recommend.getCommandSpec().findOption("--size").<Integer>getValue())
        .isEqualTo(ASKED.pageSize());
    assertThat(rebuild.candidates()).isEqualTo(ASKED.candidates());
    assertThat(rebuild.leastRecall()).isEqualTo(ASKED.leastIndexRecall());
    assertThat(EvaluationProtocol.DEFAULT.horizonDays()).isEqualTo(ASKED.relevanceDays());
    assertThat(PageRules.DEFAULT.mostPerCreator()).isEqualTo(ASKED.mostPerCreator());
    assertThat(PageRules.DEFAULT.mostPerTag()).isEqualTo(ASKED.mostPerTag());
  }

  @Test
  void whatNoPageMayHoldIsFilteredInEveryRequest() {
    FeatureState state = new FeatureState(new Catalog(List.of(), List.of()));
    Asked asked = Asked.of(Asked.NOBODY, Context.at(0), state);

    assertThat(asked.eligibility().removed()).containsOnlyKeys(ASKED.never());
  }
}
