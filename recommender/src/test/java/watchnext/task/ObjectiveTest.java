package watchnext.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ObjectiveTest {

  @Test
  void theValueOfAVideoIsWhatItsActionsAreWorthTimesTheirProbability() {
    // 0.5 * 0.5 + 2 * 0.25 + 4 * 0.125
    assertThat(new Objective(0.5, 2, 4).value(0.5, 0.25, 0.125)).isEqualTo(1.25);
  }

  @Test
  void weightsMustBeFiniteAndNotNegative() {
    assertThatThrownBy(() -> new Objective(-1, 1, 1))
        .hasMessage("the weight of click must be at least 0, was -1.0");
    assertThatThrownBy(() -> new Objective(0, 1, Double.NaN))
        .hasMessage("the weight of like must be at least 0, was NaN");
  }

  @Test
  void anObjectiveMustWantSomething() {
    assertThatThrownBy(() -> new Objective(0, 0, 0))
        .hasMessage("one weight must be greater than 0, all were 0");
  }
}
