package watchnext.reranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PageRulesTest {

  @Test
  void theLimitsAreLawful() {
    assertThat(new PageRules(1, 0, 1, 1, 0, 0.001).pool()).isEqualTo(1);
    assertThat(new PageRules(1, 1, 1, 1, 0, 1).relevanceWeight()).isEqualTo(1);
  }

  @Test
  void everyRuleIsSaidInASentenceWithTheValue() {
    refused(() -> new PageRules(0, 0.5, 1, 1, 0, 1), "pool must be at least 1, was 0");
    refused(() -> new PageRules(1, 1.5, 1, 1, 0, 1), "relevanceWeight must be in [0, 1], was 1.5");
    refused(
        () -> new PageRules(1, Double.NaN, 1, 1, 0, 1),
        "relevanceWeight must be in [0, 1], was NaN");
    refused(() -> new PageRules(1, 0.5, 0, 1, 0, 1), "mostPerCreator must be at least 1, was 0");
    refused(() -> new PageRules(1, 0.5, 1, 0, 0, 1), "mostPerTag must be at least 1, was 0");
    refused(() -> new PageRules(1, 0.5, 1, 1, -1, 1), "freshnessBonus must be 0 or more, was -1.0");
    refused(
        () -> new PageRules(1, 0.5, 1, 1, Double.POSITIVE_INFINITY, 1),
        "freshnessBonus must be 0 or more, was Infinity");
    refused(
        () -> new PageRules(1, 0.5, 1, 1, 0, 0), "freshnessHalfLifeDays must be above 0, was 0.0");
  }

  private static void refused(ThrowingCallable construction, String sentence) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
