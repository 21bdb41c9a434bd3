package watchnext.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

class SignUpsTest {

  private static final long DAY = 86_400;
  private static final long CUT = 100 * DAY;

  /** Eight videos that were always there, the last uploaded on day 103. */
  private final Catalog catalog = catalog();

  private final EventLogBuilder log = new EventLogBuilder(catalog);

  private static Catalog catalog() {
    List<User> users = new ArrayList<>();
    for (int u = 0; u < 5; u++) {
      users.add(User.unknown("u" + u));
    }
    List<Video> videos = new ArrayList<>();
    for (int v = 0; v < 8; v++) {
      long upload = v < 7 ? Video.ALWAYS_THERE : 103 * DAY;
      videos.add(new Video("v" + v, "", "", List.of(), "", 0, upload));
    }
    return new Catalog(users, videos);
  }

  private void rating(double day, int user, int video, double stars) {
    log.appendRating((long) (day * DAY), user, video, stars);
  }

  private Recording recording() {
    return new Recording("sign-ups", catalog, log.build(), Recording.Rhythm.DAILY, "");
  }

  @Test
  void anArrivalIsTheFirstEventOfAUserNotSeenBeforeTheCut() {
    rating(90, 0, 0, 5);
    rating(101, 1, 0, 1);
    rating(102, 0, 1, 5);
    rating(102, 2, 0, 5);
    rating(103, 1, 1, 5);
    assertThat(SignUps.of(recording(), CUT, 7))
        .containsExactly(new SignUps.Arrival(1, 101 * DAY), new SignUps.Arrival(2, 102 * DAY));
  }

  @Test
  void whoArrivesInTheLastHorizonOfALongPeriodIsLeftOut() {
    rating(90, 0, 0, 5);
    rating(106.9, 1, 0, 5);
    rating(107.1, 2, 0, 5);
    rating(114, 0, 1, 5); // a period of 14 days and a second: requests end on day 107
    assertThat(SignUps.of(recording(), CUT, 7))
        .extracting(SignUps.Arrival::user)
        .containsExactly(1);
  }

  @Test
  void relevantIsWhatIsWatchedWellWithinSevenDaysButForTheChoices() {
    rating(101, 1, 0, 5);
    rating(102, 1, 1, 5);
    rating(103, 1, 2, 2);
    rating(104, 1, 3, 4);
    rating(105, 1, 7, 5); // uploaded after the first visit
    rating(107.9, 1, 4, 5);
    rating(108.1, 1, 5, 5);
    Recording recording = recording();
    List<SignUps.Arrival> arrivals = SignUps.of(recording, CUT, 7);
    List<EvaluationRequest> all = SignUps.requests(recording, arrivals, List.of(new int[0]), 7);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).relevant()).containsExactly(0, 1, 3, 4);
    assertThat(all.get(0).newUser()).isTrue();
    assertThat(all.get(0).epochSecond()).isEqualTo(101 * DAY);
    assertThat(
            SignUps.requests(recording, arrivals, List.of(new int[] {4, 0}), 7).get(0).relevant())
        .containsExactly(1, 3);
  }

  @Test
  void whoWatchesNothingElseWellIsLeftOut() {
    rating(101, 1, 0, 5);
    rating(101, 2, 1, 1);
    Recording recording = recording();
    List<SignUps.Arrival> arrivals = SignUps.of(recording, CUT, 7);
    assertThat(arrivals).hasSize(2);
    assertThat(SignUps.requests(recording, arrivals, List.of(new int[] {0}, new int[0]), 7))
        .isEmpty();
  }
}
