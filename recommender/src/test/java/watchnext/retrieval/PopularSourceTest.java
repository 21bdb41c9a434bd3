package watchnext.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLogBuilder;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.task.Asked;

class PopularSourceTest implements RetrieverContract {

  private static final long DAY = CircleWorld.DAY;

  @Override
  public Retriever retriever() {
    return new PopularSource(PopularityWindow.WEEK);
  }

  @Test
  void everybodyCanBeGivenAFullPage() {
    for (int user : new int[] {0, CircleWorld.NEWCOMER}) {
      assertThat(retriever().retrieve(WORLD.request(user), CircleWorld.VIDEOS).size())
          .isEqualTo(WORLD.eligibleCount(user));
    }
  }

  /** Three old likes of video 0, two new ones of video 1: it depends on how far back one looks. */
  @Test
  void aShortMemoryFollowsTheDayAndALongOneDoesNot() {
    FeatureState state = twoFashions();
    assertThat(first(PopularityWindow.EVER, state)).isZero();
    assertThat(first(PopularityWindow.DAY, state)).isEqualTo(1);
  }

  @Test
  void theScoreOfAllTimeIsTheNumberOfUsersWhoWereSatisfied() {
    Asked request = Asked.of(5, Context.at(21 * DAY), twoFashions());
    float[] scores = new PopularSource(PopularityWindow.EVER).retrieve(request, 3).scores();
    assertThat(scores).containsExactly(3, 2, 0);
  }

  @Test
  void aStrangerIsAnsweredToo() {
    Asked stranger = Asked.of(Asked.NOBODY, Context.at(21 * DAY), twoFashions());
    assertThat(new PopularSource(PopularityWindow.EVER).retrieve(stranger, 3).videos())
        .containsExactly(0, 1, 2);
  }

  /** Nobody has watched anything: all videos score 0, and each user gets others of them. */
  @Test
  void equalCountsAreNotCutByTheOrderOfTheCatalogue() {
    FeatureState nothing = new FeatureState(WORLD.recording().catalog());
    int[] kept = new int[CircleWorld.FIRST_UPLOAD];
    for (int second = 0; second < 1_000; second++) {
      Asked asked = Asked.of(0, Context.at(second), nothing);
      for (int video : new PopularSource(PopularityWindow.EVER).retrieve(asked, 10).videos()) {
        kept[video]++;
      }
    }
    // Binomial(1,000, 10/50): 200, standard deviation 12.6; five of them.
    for (int times : kept) {
      assertThat(times).isBetween(137, 263);
    }
  }

  private static int first(PopularityWindow window, FeatureState state) {
    Asked request = Asked.of(5, Context.at(21 * DAY), state);
    return new PopularSource(window).retrieve(request, 1).videos()[0];
  }

  private static FeatureState twoFashions() {
    List<User> users =
        List.of("a", "b", "c", "d", "e", "reader").stream().map(User::unknown).toList();
    List<Video> videos =
        List.of("old", "new", "never").stream()
            .map(id -> new Video(id, "", "", List.of(), "", 0, Video.ALWAYS_THERE))
            .toList();
    Catalog catalog = new Catalog(users, videos);
    EventLogBuilder log = new EventLogBuilder(catalog);
    for (int user = 0; user < 5; user++) {
      long time = user < 3 ? 0 : 20 * DAY;
      log.appendSignal(EventKind.LIKE, time, user, user < 3 ? 0 : 1, -1);
    }
    return new Replay(log.build(), new FeatureState(catalog)).advanceTo(21 * DAY);
  }
}
