package watchnext.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;

@Tag("quality")
class CalibrationTest {

  private static final World SMALL = World.of(WorldConfig.preset("small"), 7);
  private static final Calibration CALIBRATION = Calibration.of(SMALL, 1, line -> {});

  @Test
  void aFigureThatIsFarFromTheRealOneSaysWhy() {
    assertThat(CALIBRATION.figures()).hasSizeGreaterThan(35);
    for (Calibration.Figure figure : CALIBRATION.figures()) {
      if (figure.reason() == Deviation.NONE) {
        assertThat(figure.relativeDifference()).as(figure.name()).isBetween(-0.1, 0.1);
      } else {
        assertThat(figure.reason().sentence()).as(figure.name()).hasSizeGreaterThan(40);
      }
    }
  }

  @Test
  void aShapeThatIsNotTheRealOneSaysWhy() {
    assertThat(CALIBRATION.checks()).hasSizeGreaterThan(10);
    for (Faithfulness.Check check : CALIBRATION.checks()) {
      if (check.reason() == Deviation.NONE) {
        assertThat(check.holds()).as(check.name() + ", " + check.how()).isTrue();
      }
    }
  }

  @Test
  void aStreamAndTheLogThatWasKeptGiveTheSameFigures() {
    World tiny = World.of(WorldConfig.preset("tiny"), 7);
    Calibration kept = Calibration.of(tiny, tiny.record(line -> {}));
    Calibration streamed = Calibration.of(tiny, 2, line -> {});
    assertThat(streamed.figures()).isEqualTo(kept.figures());
    assertThat(streamed.checks()).isEqualTo(kept.checks());
  }

  @Test
  void theSmallestWorldsSayThatTheyAreForTests() {
    World tiny = World.of(WorldConfig.preset("tiny"), 7);
    assertThat(Calibration.of(tiny, 1, line -> {}).figures())
        .noneMatch(figure -> figure.reason() == Deviation.NONE);
  }
}
