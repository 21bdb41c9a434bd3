package watchnext.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.feature.History;
import watchnext.retrieval.CircleWorld;

class EligibilityTest {

  private final CircleWorld world = new CircleWorld();

  @Test
  void itIsTheRuleReadOffTheLog() {
    for (int user = 0; user <= CircleWorld.NEWCOMER; user++) {
      Eligibility rule = world.request(user).eligibility();
      for (int video = 0; video < CircleWorld.VIDEOS; video++) {
        assertThat(rule.test(video)).isEqualTo(world.mayBeShown(user, video));
      }
    }
  }

  @Test
  void whatIsTurnedAwayIsCountedByReason() {
    Eligibility rule = world.request(CircleWorld.SATED).eligibility();
    rule.test(0);
    rule.test(1);
    rule.test(CircleWorld.VIDEOS - 1); // opened, but not uploaded: the first reason counts
    assertThat(rule.removed())
        .isEqualTo(Map.of("not yet uploaded", 1, "already seen", 2, "not interested", 0));
  }

  @Test
  void aDismissedVideoIsTurnedAwayAlthoughItWasNeverOpened() {
    Eligibility rule = world.request(0).eligibility();
    for (int video = 20; video < 24; video++) {
      assertThat(rule.test(video)).isFalse();
    }
    assertThat(rule.removed()).containsEntry("not interested", 4).containsEntry("already seen", 0);
  }

  @Test
  void whatMayBeShownIsNotCounted() {
    Eligibility rule = world.request(CircleWorld.NEWCOMER).eligibility();
    assertThat(rule.test(0)).isTrue();
    assertThat(rule.removed().values()).containsOnly(0);
  }

  @Test
  void aVideoIsCountedOnceHoweverOftenItIsAskedFor() {
    Eligibility rule = world.request(CircleWorld.SATED).eligibility();
    for (int i = 0; i < 3; i++) {
      assertThat(rule.test(4)).isFalse();
    }
    assertThat(rule.removed()).containsEntry("already seen", 1);
  }

  @Test
  void whatWasChosenAtSignUpIsNoNewsEither() {
    History choices = History.of(new int[] {7}, new long[] {CircleWorld.NOW - 1});
    Asked request = world.request(CircleWorld.NEWCOMER).choosing(choices);
    assertThat(request.history()).isSameAs(choices);
    assertThat(request.eligibility().test(7)).isFalse();
    assertThat(request.eligibility().test(8)).isTrue();
  }

  @Test
  void aStrangerMaySeeAllThatIsUploaded() {
    Eligibility rule =
        Asked.of(Asked.NOBODY, Context.at(CircleWorld.NOW), world.state()).eligibility();
    int eligible = 0;
    for (int video = 0; video < CircleWorld.VIDEOS; video++) {
      eligible += rule.test(video) ? 1 : 0;
    }
    assertThat(eligible).isEqualTo(CircleWorld.VIDEOS - 2);
    assertThat(rule.removed()).containsEntry("not yet uploaded", 2);
  }

  @Test
  void anUploadOfThisSecondMayBeShown() {
    long upload = CircleWorld.START + 8 * CircleWorld.DAY;
    assertThat(test(58, upload - 1)).isFalse();
    assertThat(test(58, upload)).isTrue();
  }

  private boolean test(int video, long time) {
    return Asked.of(CircleWorld.NEWCOMER, Context.at(time), world.state())
        .eligibility()
        .test(video);
  }
}
