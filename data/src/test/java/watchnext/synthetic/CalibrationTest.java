package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quality")
class CalibrationTest {

  /** What a world of 9,000 videos and 300 impressions a user cannot have, as docs/3-data says. */
  private static final List<String> OF_SCALE =
      List.of(
          "share of the top 1 % of videos",
          "Gini of impressions over videos",
          "videos with 1 impression",
          "progress per show of a video, median",
          "progress per show of a video, 90 %",
          "impressions per session",
          "gaps over 2 h");

  @Test
  void theSmallWorldIsWithinAFifthOfTheRealFigures() {
    World world = World.of(WorldConfig.preset("small"), 7);
    Calibration calibration = Calibration.of(world, world.record(line -> {}));
    assertThat(calibration.figures()).hasSizeGreaterThan(25);
    for (Calibration.Figure figure : calibration.figures()) {
      if (!OF_SCALE.contains(figure.name())) {
        assertThat(figure.relativeDifference()).as(figure.name()).isBetween(-0.2, 0.2);
      }
    }
  }

  @Test
  void giniAndTopShareReachBothLimits() {
    int[] equal = new int[200];
    java.util.Arrays.fill(equal, 3);
    assertThat(Calibration.gini(equal)).isCloseTo(0, within(1e-12));
    assertThat(Calibration.topShare(equal)).isCloseTo(0.01, within(1e-12));
    int[] one = new int[200];
    one[199] = 7;
    assertThat(Calibration.gini(one)).isCloseTo(199 / 200.0, within(1e-12));
    assertThat(Calibration.topShare(one)).isEqualTo(1);
  }
}
