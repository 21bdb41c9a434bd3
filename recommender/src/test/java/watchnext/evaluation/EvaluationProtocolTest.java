package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class EvaluationProtocolTest {

  private static final long DAY = 86_400;
  private static final long CUT = 100 * DAY;
  private static final long NOON = DAY / 2;

  /** Ten videos that were always there and two uploaded on days 105 and 101, all at noon. */
  private static final int LATE = 10;

  private static final int FRESH = 11;

  private final EventLogBuilder log = new EventLogBuilder(catalog());

  EvaluationProtocolTest() {
    // Somebody who was there before, so that the period always ends on day 130, and is no request.
    rating(5, 1, 9, 1);
    rating(130, 1, 9, 1);
  }

  @Test
  void aWarmUserIsAskedAtTheFirstEventOfEachActiveDay() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    log.appendRating(102 * DAY + NOON + 60, 0, 2, 5);
    rating(103, 0, 3, 5);
    List<EvaluationRequest> requests = select().requests();
    assertThat(requests)
        .extracting(EvaluationRequest::epochSecond)
        .containsExactly(102 * DAY + NOON, 103 * DAY + NOON);
    assertThat(requests.get(0).relevant()).containsExactly(1, 2, 3);
    assertThat(requests.get(1).relevant()).containsExactly(3);
    assertThat(requests).noneMatch(EvaluationRequest::newUser);
  }

  @Test
  void aRequestHasTheDeviceOfTheImpressionAtItsSecond() {
    rating(90, 0, 0, 5);
    log.append(EventKind.IMPRESSION, 102 * DAY, 0, 1, -1, 0, 0, log.device("tv"));
    rating(102, 0, 1, 5);
    rating(103, 0, 3, 5);
    assertThat(select().requests())
        .extracting(EvaluationRequest::context)
        .containsExactly(new Context(102 * DAY, "tv"), Context.at(103 * DAY + NOON));
  }

  @Test
  void eventsOfTheRequestsOwnSecondAreAnswersNotKnowledge() {
    rating(90, 0, 0, 5);
    rating(102, 0, 2, 5);
    rating(102, 0, 1, 5);
    rating(102, 0, 2, 4);
    assertThat(select().requests().get(0).relevant()).containsExactly(1, 2);
  }

  @Test
  void whatWasSeenBeforeOrNotLikedIsNotRelevant() {
    rating(90, 0, 0, 1);
    log.appendSignal(EventKind.CLICK, 91 * DAY, 0, 1, -1);
    log.appendWatch(92 * DAY, 0, 2, -1, 1, 60);
    log.appendSignal(EventKind.LIKE, 92 * DAY, 0, 3, -1);
    log.appendImpression(93 * DAY, 0, 4, -1, 0, 0);
    for (int video = 0; video <= 5; video++) {
      rating(102, 0, video, 5);
    }
    rating(102, 0, 6, 3.5);
    log.appendWatch(103 * DAY, 0, 7, -1, 17.9, 60);
    log.appendWatch(103 * DAY, 0, 8, -1, 18, 60);
    // 0 to 3 were seen; 4 was only shown; 6 and 7 were not watched well.
    assertThat(select().requests().get(0).relevant()).containsExactly(4, 5, 8);
  }

  @Test
  void theHorizonEndsSevenDaysLaterToTheSecond() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 1);
    log.appendRating(109 * DAY + NOON - 1, 0, 2, 5);
    log.appendRating(109 * DAY + NOON, 0, 3, 5);
    assertThat(select().requests().get(0).relevant()).containsExactly(2);
  }

  @Test
  void aVideoUploadedAfterTheRequestCannotBeAnAnswer() {
    rating(90, 0, 0, 5);
    rating(101, 0, FRESH, 5);
    rating(106, 0, LATE, 5);
    EvaluationSet set = select();
    // At noon of day 101 the one is just there, the other comes four days later.
    assertThat(set.requests().get(0).relevant()).containsExactly(FRESH);
    assertThat(set.requests().get(1).relevant()).containsExactly(LATE);
    assertThat(set.description()).contains("1 good watches of videos uploaded after the request");
  }

  @Test
  void requestsWithoutAnAnswerAreLeftOutAndCounted() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    rating(112, 0, 2, 2);
    EvaluationSet set = select();
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.description()).contains("1 requests without a relevant video");
  }

  @Test
  void whereUsersComeDailyANewOneTakesPartFromTheSecondActiveDay() {
    rating(102, 0, 0, 5);
    log.appendRating(102 * DAY + NOON + 5, 0, 1, 5);
    rating(104, 0, 2, 5);
    EvaluationSet set = select();
    assertThat(set.requests())
        .extracting(EvaluationRequest::epochSecond)
        .containsExactly(104 * DAY + NOON);
    assertThat(set.requests().get(0).newUser()).isTrue();
  }

  @Test
  void whereUsersComeInBurstsANewOneTakesPartOnceTheFifthEventsSecondIsOver() {
    long start = 102 * DAY + NOON;
    long[] times = {0, 1, 2, 3, 3, 3, 4, 9};
    for (int i = 0; i < times.length; i++) {
      log.appendRating(start + times[i], 0, i, 5);
    }
    rating(103, 0, 8, 5);
    EvaluationSet set = select(Recording.Rhythm.BURSTS);
    // The fifth event is at second 3, and so is the sixth, which therefore is known too.
    assertThat(set.requests())
        .extracting(EvaluationRequest::epochSecond)
        .containsExactly(start + 4, 103 * DAY + NOON);
    assertThat(set.requests().get(0).relevant()).containsExactly(6, 7, 8);
    assertThat(set.requests().get(1).relevant()).containsExactly(8);
  }

  @Test
  void aUserOfFewerEventsThanABurstIsNotAsked() {
    // Five events leave none to ask at, four do not even begin to.
    for (int i = 0; i < 5; i++) {
      rating(102 + i, 0, i, 5);
    }
    for (int i = 0; i < 4; i++) {
      rating(102 + i, 3, i, 5);
    }
    rating(90, 2, 0, 5);
    rating(102, 2, 1, 5);
    assertThat(select(Recording.Rhythm.BURSTS).requests())
        .extracting(EvaluationRequest::user)
        .containsExactly(2);
  }

  @Test
  void inALongPeriodEveryAnswerKeyIsComplete() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    rating(125, 0, 2, 5);
    EvaluationSet set = select();
    // The log ends on day 130: day 125 has no full seven days after it.
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.description()).doesNotContain("incomplete");
  }

  @Test
  void inAShortPeriodCutAnswerKeysAreKeptAndCounted() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    rating(105, 0, 2, 5);
    EvaluationSet set =
        EvaluationProtocol.DEFAULT.select(recording(Recording.Rhythm.DAILY), CUT, CUT + 10 * DAY);
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.description()).contains("The log ends within 7 days of 1 of the requests");
  }

  @Test
  void eventsAfterTheEndOfThePeriodChangeNothing() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    Recording recording = recording(Recording.Rhythm.DAILY);
    EvaluationSet before = EvaluationProtocol.DEFAULT.select(recording, CUT, CUT + 5 * DAY);
    EvaluationProtocolTest other = new EvaluationProtocolTest();
    other.rating(90, 0, 0, 5);
    other.rating(102, 0, 1, 5);
    other.rating(105, 0, 2, 5);
    other.rating(106, 0, LATE, 5);
    EvaluationSet after =
        EvaluationProtocol.DEFAULT.select(
            other.recording(Recording.Rhythm.DAILY), CUT, CUT + 5 * DAY);
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(after.requests().get(0).relevant()).isEqualTo(before.requests().get(0).relevant());
    assertThat(after.facts().isAvailable(LATE)).isFalse();
  }

  @Test
  void theBoundDrawsWholeUsersBySeed() {
    for (int user = 0; user < 8; user++) {
      if (user != 1) {
        rating(90, user, 0, 5);
        rating(102, user, 1, 5);
        rating(103, user, 2, 5);
      }
    }
    Recording recording = recording(Recording.Rhythm.DAILY);
    EvaluationProtocol bounded = EvaluationProtocol.DEFAULT.atMost(7, 3);
    EvaluationSet set = bounded.select(recording, CUT);
    assertThat(set.size()).isEqualTo(6);
    assertThat(set.users()).isEqualTo(3);
    assertThat(set.description()).contains("within 7 requests, 4 more users were left out by lot");
    assertThat(bounded.select(recording, CUT).requests())
        .extracting(EvaluationRequest::user)
        .isEqualTo(set.requests().stream().map(EvaluationRequest::user).toList());
    assertThat(set.requests()).extracting(EvaluationRequest::epochSecond).isSorted();
  }

  @Test
  void factsAreThoseBeforeTheCut() {
    rating(90, 0, 0, 5);
    rating(91, 0, 0, 4);
    rating(92, 2, 0, 5);
    rating(93, 2, 1, 5);
    rating(102, 0, 1, 5);
    VideoFacts facts = select().facts();
    // Twice by one user counts once; the watch of day 102 does not count.
    assertThat(facts.watchers(0)).isEqualTo(2);
    assertThat(facts.watchers(1)).isEqualTo(1);
    assertThat(facts.group(0)).isEqualTo(VideoFacts.Group.HEAD);
    assertThat(facts.group(1)).isEqualTo(VideoFacts.Group.TAIL);
    assertThat(facts.group(2)).isEqualTo(VideoFacts.Group.NEW);
  }

  @Test
  void aPeriodWithoutAnswersIsRefused() {
    assertThatThrownBy(this::select)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have a request with a relevant video");
  }

  @Test
  void theParagraphSaysHowTheRequestsWereChosen() {
    rating(90, 0, 0, 5);
    rating(102, 0, 1, 5);
    assertThat(select().description())
        .startsWith("Protocol on test: models are trained on events before 1970-04-11T00:00:00Z")
        .contains("strictly before t", "within 7 days", "from their second active day")
        .contains("1 requests of 1 users (0 by users new since the cut), 1.0 relevant videos");
  }

  private void rating(long day, int user, int video, double stars) {
    log.appendRating(day * DAY + NOON, user, video, stars);
  }

  private EvaluationSet select() {
    return select(Recording.Rhythm.DAILY);
  }

  private EvaluationSet select(Recording.Rhythm rhythm) {
    return EvaluationProtocol.DEFAULT.select(recording(rhythm), CUT);
  }

  private Recording recording(Recording.Rhythm rhythm) {
    var events = log.build();
    return new Recording("test", events.catalog(), events, rhythm, "");
  }

  private static Catalog catalog() {
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 10; v++) {
      videos.add(PageMetricsTest.video("v" + v));
    }
    videos.add(new Video("late", "", "", List.of(), "", 0, 105 * DAY + NOON));
    videos.add(new Video("fresh", "", "", List.of(), "", 0, 101 * DAY + NOON));
    return new Catalog(IntStream.range(0, 8).mapToObj(u -> User.unknown("u" + u)).toList(), videos);
  }
}
