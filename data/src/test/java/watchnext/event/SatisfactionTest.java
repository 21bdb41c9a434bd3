package watchnext.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SatisfactionTest {

  @Test
  void aWatchOfALongVideoIsLongFromEighteenSeconds() {
    assertThat(Satisfaction.isLongWatch(17.9, 600)).isFalse();
    assertThat(Satisfaction.isLongWatch(18, 600)).isTrue();
  }

  @Test
  void aShortVideoMustBeSeenToItsEnd() {
    assertThat(Satisfaction.isLongWatch(9.9, 10)).isFalse();
    assertThat(Satisfaction.isLongWatch(10, 10)).isTrue();
    assertThat(Satisfaction.isLongWatch(25, 10)).isTrue();
  }

  @Test
  void aVideoOfUnknownLengthCountsAsALongOne() {
    assertThat(Satisfaction.isLongWatch(17.9, 0)).isFalse();
    assertThat(Satisfaction.isLongWatch(18, 0)).isTrue();
  }

  @Test
  void nothingWatchedIsNeverLong() {
    assertThat(Satisfaction.isLongWatch(0, 0)).isFalse();
    assertThat(Satisfaction.isLongWatch(0, 0.001)).isFalse();
  }

  @Test
  void aRatingIsGoodFromFourStars() {
    assertThat(Satisfaction.isGoodRating(3.5)).isFalse();
    assertThat(Satisfaction.isGoodRating(4)).isTrue();
    assertThat(Satisfaction.isGoodRating(5)).isTrue();
  }
}
