package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;

final class FeatureStateTest {

  private final EventLog log = SmallLog.of(30, 80, 600, 14, 11).events();
  private final Catalog two = catalog(2, 200);

  @Test
  void aStateAgreesWithAScanOfTheLog() {
    long now = log.epochSecond(log.size() / 2);
    FeatureState state = new Replay(log, new FeatureState(log.catalog())).advanceTo(now);
    for (int user = 0; user < 30; user++) {
      Map<Integer, Long> firstGood = new LinkedHashMap<>();
      boolean[] seen = new boolean[80];
      int events = 0;
      long last = FeatureState.NEVER;
      for (int i = 0; i < log.size() && log.epochSecond(i) < now; i++) {
        if (log.user(i) == user) {
          last = log.epochSecond(i);
          EventKind kind = log.kind(i);
          events += kind == EventKind.IMPRESSION ? 0 : 1;
          seen[log.video(i)] |= kind != EventKind.IMPRESSION && kind != EventKind.NOT_INTERESTED;
          if (log.isGood(i)) {
            firstGood.putIfAbsent(log.video(i), last);
          }
        }
      }
      assertThat(state.eventCount(user)).isEqualTo(events);
      assertThat(state.lastActive(user)).isEqualTo(last);
      for (int video = 0; video < 80; video++) {
        assertThat(state.hasSeen(user, video)).isEqualTo(seen[video]);
      }
      List<Integer> latest = new ArrayList<>(firstGood.keySet());
      latest = latest.subList(Math.max(0, latest.size() - 50), latest.size());
      assertThat(videos(state.history(user))).isEqualTo(latest);
      for (int i = 0; i < latest.size(); i++) {
        assertThat(state.history(user).epochSecond(i)).isEqualTo(firstGood.get(latest.get(i)));
      }
    }
  }

  @Test
  void aHistoryKeepsTheLatestFiftyAndNamesEachVideoOnce() {
    EventLogBuilder builder = new EventLogBuilder(two);
    for (int v = 0; v < 120; v++) {
      builder.appendWatch(v, 0, v, -1, 100, 100);
      builder.appendSignal(EventKind.LIKE, v, 0, v, -1);
      builder.appendWatch(v, 0, 0, -1, 100, 100);
    }
    EventLog watches = builder.build();
    FeatureState state = new Replay(watches, new FeatureState(two)).advanceTo(1000);

    History history = state.history(0);
    assertThat(history.size()).isEqualTo(FeatureState.HISTORY_LENGTH);
    assertThat(history.video(0)).isEqualTo(70);
    assertThat(history.video(49)).isEqualTo(119);
    assertThat(history.epochSecond(49)).isEqualTo(119);
    assertThat(state.history(1).size()).isZero();
  }

  @Test
  void aShortWatchIsSeenButNotInTheHistory() {
    EventLogBuilder builder = new EventLogBuilder(two);
    builder.appendWatch(5, 0, 7, -1, 2, 100);
    builder.appendSignal(EventKind.NOT_INTERESTED, 6, 0, 8, -1);
    FeatureState state = new Replay(builder.build(), new FeatureState(two)).advanceTo(10);

    assertThat(state.hasSeen(0, 7)).isTrue();
    assertThat(state.history(0).size()).isZero();
    assertThat(state.hasSeen(0, 8)).isFalse();
    assertThat(state.hasDismissed(0, 8)).isTrue();
    assertThat(state.seenCount(0)).isEqualTo(1);
    assertThat(state.eventCount(0)).isEqualTo(2);
  }

  @Test
  void theEventsOfASecondAreUnknownToARequestInThatSecond() {
    EventLogBuilder builder = new EventLogBuilder(two);
    builder.appendWatch(99, 0, 1, -1, 100, 100);
    builder.appendWatch(100, 0, 2, -1, 100, 100);
    builder.appendWatch(100, 0, 3, -1, 100, 100);
    Replay replay = new Replay(builder.build(), new FeatureState(two));

    assertThat(videos(replay.advanceTo(100).history(0))).containsExactly(1);
    assertThat(replay.position()).isEqualTo(1);
    assertThat(videos(replay.advanceTo(100).history(0))).containsExactly(1);
    assertThat(videos(replay.advanceTo(101).history(0))).containsExactly(1, 2, 3);
  }

  @Test
  void aReplayNeverGoesBack() {
    Replay replay = new Replay(log, new FeatureState(log.catalog()));
    replay.advanceTo(SmallLog.START + 100);

    assertThatThrownBy(() -> replay.advanceTo(SmallLog.START + 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not go back from 1700438500, was asked for 1700438499");
  }

  @Test
  void aLogOfOtherUsersIsRefused() {
    FeatureState other = new FeatureState(catalog(3, 200));

    assertThatThrownBy(() -> new Replay(log, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30 users and 80 videos in the log, 3 and 200 in the state");
  }

  @Test
  void aSessionEndsAfterHalfAnHourOfSilence() {
    EventLogBuilder builder = new EventLogBuilder(two);
    builder.appendImpression(0, 0, 1, -1, 0, 0);
    builder.appendImpression(10, 0, 2, -1, 1, 0);
    builder.appendSignal(EventKind.CLICK, 20, 0, 2, -1);
    builder.appendImpression(1820, 0, 3, -1, 0, 0);
    builder.appendImpression(3621, 0, 4, -1, 0, 0);
    FeatureState state = new FeatureState(two);
    Replay replay = new Replay(builder.build(), state);

    Sessions sessions = replay.advanceTo(1821).sessions();
    assertThat(sessions.impressions(0)).isEqualTo(3);
    assertThat(sessions.clicks(0)).isEqualTo(1);
    assertThat(sessions.skips(0)).isEqualTo(1);
    assertThat(sessions.start(0)).isZero();
    assertThat(sessions.isOpen(0, 3620)).isTrue();
    assertThat(sessions.isOpen(0, 3621)).isFalse();

    replay.advanceTo(4000);
    assertThat(sessions.impressions(0)).isEqualTo(1);
    assertThat(sessions.clicks(0)).isZero();
    assertThat(sessions.start(0)).isEqualTo(3621);
  }

  private static List<Integer> videos(History history) {
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      result.add(history.video(i));
    }
    return result;
  }

  private static Catalog catalog(int users, int videos) {
    List<User> userList = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      userList.add(User.unknown("u" + u));
    }
    List<Video> videoList = new ArrayList<>();
    for (int v = 0; v < videos; v++) {
      videoList.add(new Video("v" + v, "", "", List.of(), "", 0, Video.ALWAYS_THERE));
    }
    return new Catalog(userList, videoList);
  }
}
