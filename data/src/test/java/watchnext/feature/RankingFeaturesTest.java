package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;

/** Single features worked by hand. */
final class RankingFeaturesTest {

  private static final int DAY = 86_400;

  private final Catalog catalog =
      new Catalog(
          List.of(
              new User("ann", "", "en", "tv", "", 0), new User("bob", "", "de", "phone", "", 0)),
          List.of(
              new Video("cooking", "", "chef", List.of("food", "home"), "en", 60, 0),
              new Video("baking", "", "chef", List.of("food"), "de", 120, DAY),
              new Video("racing", "", "driver", List.of("cars"), "en", 0, Video.ALWAYS_THERE),
              new Video("bare", "", "", List.of(), "", 0, Video.ALWAYS_THERE)));

  private final FeatureState state = new FeatureState(catalog);

  @Test
  void namesAreUniqueAndAsManyAsValues() {
    assertThat(RankingFeatures.names()).doesNotHaveDuplicates().hasSize(RankingFeatures.width());
    assertThat(RankingFeatures.width()).isBetween(60, 100);
  }

  @Test
  void aRowStaysWithinItsPlaceInTheArray() {
    float[] out = new float[RankingFeatures.width() + 2];
    out[0] = 7;
    out[out.length - 1] = 8;
    RankingFeatures.encode(state, 0, Context.at(5), 0, out, 1);

    assertThat(out[0]).isEqualTo(7);
    assertThat(out[out.length - 1]).isEqualTo(8);
  }

  @Test
  void nothingIsKnownBeforeAnythingHappened() {
    assertThat(value("user.isNew", 0, 5, 0)).isEqualTo(1);
    assertThat(value("user.clickRate", 0, 5, 0)).isZero();
    assertThat(value("video.isUnmet", 0, 5, 0)).isEqualTo(1);
    assertThat(value("creator.isMet", 0, 5, 0)).isZero();
    assertThat(value("exposure.daysSinceShown", 0, 5, 0)).isEqualTo(7);
  }

  @Test
  void ratesAreDrawnTowardsThoseOfAll() {
    replay(threeImpressionsOneClick());

    // all: 1 click of 3. Ann: (1 + 10/3) / (2 + 10); cooking: (1 + 20/3) / (2 + 20)
    assertThat(value("user.clickRate", 0, 200, 0)).isEqualTo((float) ((1 + 10 / 3.0) / 12));
    assertThat(value("video.clickRate", 0, 200, 0)).isEqualTo((float) ((1 + 20 / 3.0) / 22));
    assertThat(value("both.clickRateGap", 0, 200, 0))
        .isEqualTo((float) ((1 + 10 / 3.0) / 12 - (1 + 20 / 3.0) / 22));
    assertThat(value("video.impressions.log", 0, 200, 0)).isCloseTo((float) Math.log(3), near());
  }

  @Test
  void aRateIsAtMostOneWhereTheLogHasNoImpressions() {
    EventLogBuilder events = new EventLogBuilder(catalog);
    for (int i = 0; i < 50; i++) {
      events.appendWatch(i, 0, 0, -1, 60, 60);
    }
    replay(events.build());

    assertThat(value("user.longWatchRate.week", 0, 100, 0)).isEqualTo(1);
    assertThat(value("video.longWatchRate", 0, 100, 0)).isEqualTo(1);
    assertThat(value("creator.goodRate", 0, 100, 0)).isBetween(0f, 1f);
    assertThat(value("tags.goodRate", 0, 100, 0)).isBetween(0f, 1f);
  }

  @Test
  void aCountIsHalfAfterItsHalfLife() {
    replay(threeImpressionsOneClick());

    // cooking was shown at seconds 100 and 101
    double left = Math.pow(2, -1) + Math.pow(2, -(DAY - 1.0) / DAY);
    assertThat(value("video.impressions.day.log", 0, 100 + DAY, 0))
        .isCloseTo((float) Math.log(1 + left), near());
  }

  @Test
  void shownTwiceWithoutAClickIsASkipAndAClickWipesIt() {
    EventLogBuilder events = new EventLogBuilder(catalog);
    events.appendImpression(0, 0, 2, -1, 0, 0);
    events.appendImpression(DAY, 0, 2, -1, 0, 0);
    replay(events.build());
    assertThat(value("exposure.skips.log", 0, 2 * DAY, 2)).isCloseTo((float) Math.log(3), near());
    assertThat(value("exposure.daysSinceShown", 0, 2 * DAY, 2)).isEqualTo(1);
    assertThat(value("exposure.isSeen", 0, 2 * DAY, 2)).isZero();

    EventLogBuilder click = new EventLogBuilder(catalog);
    click.appendSignal(EventKind.CLICK, 2 * DAY, 0, 2, -1);
    replay(click.build());
    assertThat(value("exposure.skips.log", 0, 2 * DAY + 1, 2)).isZero();
    assertThat(value("exposure.isSeen", 0, 2 * DAY + 1, 2)).isEqualTo(1);
  }

  @Test
  void aLikedTagAndCreatorLiftTheirOtherVideos() {
    EventLogBuilder events = new EventLogBuilder(catalog);
    events.appendWatch(100, 0, 0, -1, 60, 60);
    events.appendWatch(100, 0, 2, -1, 1, 0);
    replay(events.build());

    // ann overall: 1 good, 1 bad: (1 + 10/2) / (2 + 10) = 0.5. food and chef: 1 good, 0 bad:
    // (1 + 4 * 0.5) / (1 + 4) = 0.6; cars: (0 + 2) / 5 = 0.4
    assertThat(value("tags.goodLift", 0, 100, 1)).isCloseTo(0.1f, near());
    assertThat(value("creator.goodLift", 0, 100, 1)).isCloseTo(0.1f, near());
    assertThat(value("tags.goodLift.best", 0, 100, 2)).isCloseTo(-0.1f, near());
    assertThat(value("tags.knownShare", 0, 100, 0)).isEqualTo(1);
    assertThat(value("tags.inLastThree", 0, 100, 1)).isEqualTo(1 / 3f);
    assertThat(value("creator.inLastTen", 0, 100, 1)).isEqualTo(0.1f);
    assertThat(value("tags.goodLift", 1, 100, 1)).as("bob has no tastes yet").isZero();
    assertThat(value("tags.goodLift", 0, 100, 3)).as("a video without tags").isZero();
  }

  @Test
  void ageDurationAndLanguageAreComparedWithTheUsers() {
    EventLogBuilder events = new EventLogBuilder(catalog);
    events.appendWatch(100, 0, 0, -1, 60, 60);
    replay(events.build());

    assertThat(value("video.age.log", 0, 2 * DAY, 1)).isCloseTo((float) Math.log(2), near());
    assertThat(value("video.isToday", 0, 2 * DAY - 1, 1)).isEqualTo(1);
    assertThat(value("video.age.known", 0, 2 * DAY, 2)).isZero();
    assertThat(value("duration.userOffset", 0, 2 * DAY, 1))
        .isCloseTo((float) Math.log(121 / 61.0), near());
    assertThat(value("duration.comparable", 0, 2 * DAY, 2)).isZero();
    assertThat(value("both.sameLanguage", 0, 2 * DAY, 0)).isEqualTo(1);
    assertThat(value("both.sameLanguage", 0, 2 * DAY, 1)).isZero();
    assertThat(value("both.sameLanguage", 0, 2 * DAY, 3)).isZero();
  }

  @Test
  void theDeviceOfTheContextIsKnownElseTheUsualOne() {
    assertThat(value("context.tv", 0, 5, 0)).isEqualTo(1);
    float[] row = new float[RankingFeatures.width()];
    RankingFeatures.encode(state, 0, new Context(5, "phone"), 0, row, 0);
    assertThat(row[RankingFeatures.names().indexOf("context.phone")]).isEqualTo(1);
    assertThat(row[RankingFeatures.names().indexOf("context.tv")]).isZero();
  }

  private EventLog threeImpressionsOneClick() {
    EventLogBuilder events = new EventLogBuilder(catalog);
    events.appendImpression(100, 0, 0, -1, 0, 0);
    events.appendImpression(100, 0, 1, -1, 1, 0);
    events.appendImpression(101, 1, 0, -1, 0, 0);
    events.appendSignal(EventKind.CLICK, 102, 0, 0, -1);
    return events.build();
  }

  private void replay(EventLog log) {
    new Replay(log, state).advanceTo(Long.MAX_VALUE);
  }

  private float value(String name, int user, long time, int video) {
    float[] row = new float[RankingFeatures.width()];
    RankingFeatures.encode(state, user, Context.at(time), video, row, 0);
    return row[RankingFeatures.names().indexOf(name)];
  }

  private static org.assertj.core.data.Offset<Float> near() {
    return within(1e-6f);
  }
}
