package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;

/** A state that took in videos on the way is the state that knew them from the beginning. */
class GrowingStateTest {

  private static final Recording SMALL = SmallLog.of(20, 60, 400, 10, 3);
  private static final long END = SmallLog.START + 12 * 86_400;
  private static final Video NEW_TOPICS =
      new Video("n1", "New", "newCreator", List.of("newTag", "tag3"), "nb", 40, END - 5000);
  private static final Video KNOWN_TOPICS =
      new Video("n2", "Known", "newCreator", List.of("tag3", "tag5"), "en", 90, END - 4000);
  private static final Video PLAIN = new Video("n3", "", "", List.of(), "", 0, END - 3000);

  /** More than any table has room for at first. */
  private static final int MANY = 150;

  private static Catalog complete() {
    Catalog catalog = SMALL.catalog().with(NEW_TOPICS).with(KNOWN_TOPICS).with(PLAIN);
    for (int i = 0; i < MANY; i++) {
      catalog = catalog.with(another(i));
    }
    return catalog;
  }

  private static Video another(int i) {
    return new Video("m" + i, "", "c" + i, List.of("t" + i), "en", i, END - 2000);
  }

  /** Everybody meets the new videos. */
  private static EventLog late(Catalog catalog) {
    EventLogBuilder log = new EventLogBuilder(catalog);
    for (int u = 0; u < 20; u++) {
      long time = END - 1000 + 10L * u;
      log.add(new Event.Impression(time, "u" + u, "n1", "r" + u, 0, 0.5));
      log.add(new Event.Watch(time + 1, "u" + u, "n" + (1 + u % 3), "r" + u, 35, 40));
      log.add(new Event.Like(time + 2, "u" + u, "m" + u, "r" + u));
      log.add(new Event.NotInterested(time + 3, "u" + u, "m" + (MANY - 1 - u), "r" + u));
    }
    return log.build();
  }

  private static FeatureState replayed(EventLog log, FeatureState state) {
    for (int i = 0; i < log.size(); i++) {
      state.observe(log, i);
    }
    return state;
  }

  private static FeatureState grown() {
    FeatureState state = replayed(SMALL.events(), new FeatureState(SMALL.catalog()));
    state = state.with(NEW_TOPICS).with(KNOWN_TOPICS).with(PLAIN);
    for (int i = 0; i < MANY; i++) {
      state = state.with(another(i));
    }
    return state;
  }

  @Test
  void everyFeatureOfEveryPairIsAsIfTheVideosHadAlwaysBeenThere() {
    Catalog catalog = complete();
    FeatureState grown = replayed(late(catalog), grown());
    FeatureState always = replayed(SMALL.events(), new FeatureState(catalog));
    replayed(late(catalog), always);
    float[] row = new float[RankingFeatures.width()];
    float[] wanted = new float[RankingFeatures.width()];
    for (int user = 0; user < 20; user++) {
      for (int video = 0; video < catalog.videos().size(); video++) {
        RankingFeatures.encode(grown, user, Context.at(END), video, row, 0);
        RankingFeatures.encode(always, user, Context.at(END), video, wanted, 0);
        assertThat(row).as("user %d, video %d", user, video).containsExactly(wanted);
      }
      assertThat(videos(grown.history(user))).isEqualTo(videos(always.history(user)));
    }
    int last = catalog.videos().size() - 1;
    assertThat(grown.hasDismissed(0, last)).isTrue();
    assertThat(grown.hasSeen(0, SMALL.catalog().videos().size())).isTrue();
  }

  private static List<Integer> videos(History history) {
    return IntStream.range(0, history.size()).mapToObj(history::video).toList();
  }

  @Test
  void aVideoThatJustCameIsOneThatNobodyHasMet() {
    FeatureState state = grown();
    int video = SMALL.catalog().videos().size();
    assertThat(state.catalog().video(video)).isEqualTo(NEW_TOPICS);
    for (Signal signal : Signal.values()) {
      assertThat(state.videoCount(video, signal, Horizon.EVER, END)).isZero();
    }
    float[] row = new float[RankingFeatures.width()];
    RankingFeatures.encode(state, 3, Context.at(END), video, row, 0);
    assertThat(row[RankingFeatures.names().indexOf("video.isUnmet")]).isEqualTo(1);
  }

  @Test
  void theStateBeforeIsReadAsEverAndLearnsNothingMore() {
    FeatureState before = replayed(SMALL.events(), new FeatureState(SMALL.catalog()));
    float[] row = new float[RankingFeatures.width()];
    RankingFeatures.encode(before, 3, Context.at(END), 5, row, 0);
    before.with(NEW_TOPICS);
    float[] again = new float[RankingFeatures.width()];
    RankingFeatures.encode(before, 3, Context.at(END), 5, again, 0);
    assertThat(again).containsExactly(row);
    assertThat(before.catalog().videos()).hasSize(60);
    assertThatThrownBy(() -> before.with(PLAIN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("only the newest state can take in a video");
    assertThatThrownBy(() -> before.observe(SMALL.events(), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("only the newest state can learn of events");
  }

  @Test
  void aVideoThatIsThereIsRefusedAndTheStateGoesOn() {
    FeatureState state = new FeatureState(SMALL.catalog());
    assertThatThrownBy(() -> state.with(SMALL.catalog().video(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be unique");
    assertThat(state.with(PLAIN).catalog().videos()).hasSize(61);
  }
}
