package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.snapshot.GateCheck;

class GatePrintTest {

  private static final GateCheck FAILED =
      new GateCheck("nDCG@10 of the page is not below popularity", "0.0074 against 0.0316", false);

  @Test
  void eachFailedCheckStandsWithWhatWasFound() {
    GateCheck other = new GateCheck("factors are finite", "2 are not", false);
    assertThat(GatePrint.lines(List.of(FAILED, other)))
        .containsExactly(
            "The gate is closed: these models may not serve. What did not hold:",
            "  nDCG@10 of the page is not below popularity",
            "    found 0.0074 against 0.0316",
            "  factors are finite",
            "    found 2 are not");
    assertThat(GatePrint.sentences(List.of(FAILED)))
        .containsExactly(
            "The gate is closed: these models may not serve. Not so: nDCG@10 of the page is not"
                + " below popularity; found 0.0074 against 0.0316.");
  }

  @Test
  void aLongRuleIsBrokenAtHundredColumns() {
    String rule = "a rule of many words ".repeat(12).strip();
    List<String> lines = GatePrint.lines(List.of(new GateCheck(rule, rule, false)));
    assertThat(lines).hasSizeGreaterThan(5).allMatch(line -> line.length() <= 100);
    assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("  "));
  }
}
