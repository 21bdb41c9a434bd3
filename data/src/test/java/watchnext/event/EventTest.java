package watchnext.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  @Test
  void aPositionCountsFromTheTopOrIsUnknown() {
    int unknown = Event.Impression.UNKNOWN_POSITION;
    assertThat(new Event.Impression(0, "u", "v", "r", unknown, 0).position()).isEqualTo(unknown);
    assertThat(new Event.Impression(0, "u", "v", "r", 0, 0).position()).isZero();
    assertThatThrownBy(() -> new Event.Impression(0, "u", "v", "r", -2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position must be 0 or more, or -1 when unknown, was -2");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aPropensityIsAProbability(double propensity) {
    assertThatThrownBy(() -> new Event.Impression(0, "u", "v", "r", 0, propensity))
        .hasMessage("propensity must be in [0, 1], was " + propensity);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void timesOfAWatchAreNumbersNotBelowZero(double seconds) {
    assertThatThrownBy(() -> new Event.Watch(0, "u", "v", "", seconds, 0))
        .hasMessage("watchSeconds must be 0 or more, was " + seconds);
    assertThatThrownBy(() -> new Event.Watch(0, "u", "v", "", 0, seconds))
        .hasMessage("durationSeconds must be 0 or more, was " + seconds);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 5.1, Double.NaN})
  void starsGoFromAHalfToFive(double stars) {
    assertThatThrownBy(() -> new Event.Rating(0, "u", "v", stars))
        .hasMessage("stars must be in [0.5, 5], was " + stars);
  }

  @Test
  void theLimitsAreLawful() {
    assertThat(new Event.Rating(0, "u", "v", 0.5).stars()).isEqualTo(0.5);
    assertThat(new Event.Rating(0, "u", "v", 5).requestId()).isEmpty();
    assertThat(new Event.Impression(0, "u", "v", "", 0, 1).propensity()).isEqualTo(1);
    assertThat(new Event.Watch(0, "u", "v", "", 0, 0).watchSeconds()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void theByteOfAKindLeadsBackToIt(EventKind kind) {
    assertThat(EventKind.of(kind.code())).isEqualTo(kind);
  }
}
