package watchnext.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.History;
import watchnext.feature.Replay;
import watchnext.feature.SmallLog;

final class CollectorsTest {

  private static final long DAY = 86_400;

  private final Recording recording = SmallLog.of(40, 120, 900, 20, 5);
  private final EventLog log = recording.events();
  private final long cut = log.epochSecond(log.size() * 2 / 3);

  @Test
  void everyHistoryOfARowIsTheOneAReplayKnowsAtThatSecond() {
    NextWatchExamples rows = NextWatchCollector.collect(log, cut);
    Replay replay = new Replay(log, new FeatureState(log.catalog()));

    assertThat(rows.size()).isGreaterThan(500);
    for (int i = 0; i < rows.size(); i++) {
      History known = replay.advanceTo(rows.epochSecond(i)).history(rows.user(i));
      assertThat(rows.historyEnd(i) - rows.historyStart(i)).isEqualTo(known.size());
      for (int k = 0; k < known.size(); k++) {
        assertThat(rows.historyVideo(rows.historyStart(i) + k)).isEqualTo(known.video(k));
        assertThat(rows.historyEpochSecond(rows.historyStart(i) + k))
            .isEqualTo(known.epochSecond(k));
      }
    }
  }

  @Test
  void theRowsAreTheFirstGoodEventsOfEachPair() {
    NextWatchExamples rows = NextWatchCollector.collect(log, cut);
    Set<Long> pairs = new HashSet<>();
    int row = 0;
    for (int i = 0; i < log.size() && log.epochSecond(i) < cut; i++) {
      if (log.isGood(i) && pairs.add(log.user(i) * 1000L + log.video(i))) {
        assertThat(rows.user(row)).isEqualTo(log.user(i));
        assertThat(rows.video(row)).isEqualTo(log.video(i));
        assertThat(rows.epochSecond(row)).isEqualTo(log.epochSecond(i));
        row++;
      }
    }
    assertThat(rows.size()).isEqualTo(row);
  }

  @Test
  void rowsFromALaterTimeKeepTheirWholeHistory() {
    long from = log.epochSecond(log.size() / 2);
    NextWatchExamples all = NextWatchCollector.collect(log, cut);
    NextWatchExamples late = NextWatchCollector.collect(log, from, cut);
    int skipped = all.size() - late.size();

    assertThat(late.size()).isPositive().isLessThan(all.size());
    for (int i = 0; i < late.size(); i++) {
      assertThat(late.epochSecond(i)).isEqualTo(all.epochSecond(skipped + i));
      assertThat(late.historyEnd(i) - late.historyStart(i))
          .isEqualTo(all.historyEnd(skipped + i) - all.historyStart(skipped + i));
    }
  }

  @Test
  void nothingAfterTheCutChangesARow() {
    NextWatchExamples whole = NextWatchCollector.collect(log, cut);
    NextWatchExamples past = NextWatchCollector.collect(SmallLog.before(log, cut), Long.MAX_VALUE);

    assertThat(past.size()).isEqualTo(whole.size());
    for (int i = 0; i < past.size(); i++) {
      assertThat(past.video(i)).isEqualTo(whole.video(i));
      assertThat(past.historyStart(i)).isEqualTo(whole.historyStart(i));
      assertThat(past.historyEnd(i)).isEqualTo(whole.historyEnd(i));
    }
  }

  @Test
  void theMatrixHoldsWhatWasWatchedWellBeforeTheCut() {
    Interactions matrix = InteractionCollector.collect(recording, cut);
    int pairs = 0;
    for (int user = 0; user < 40; user++) {
      TreeSet<Integer> expected = new TreeSet<>();
      for (int i = 0; i < log.size(); i++) {
        if (log.user(i) == user && log.isGood(i) && log.epochSecond(i) < cut) {
          expected.add(log.video(i));
        }
      }
      List<Integer> row = new ArrayList<>();
      for (int i = matrix.start(user); i < matrix.end(user); i++) {
        row.add(matrix.column(i));
      }
      assertThat(row).isEqualTo(new ArrayList<>(expected));
      pairs += row.size();
    }
    assertThat(matrix.size()).isEqualTo(pairs).isEqualTo(matrix.transposed().size());
    assertThat(matrix.columns()).isEqualTo(120);
  }

  @Test
  void timelinesListEachUsersEventsInOrder() {
    UserTimelines timelines = UserTimelines.of(log);
    int total = 0;
    for (int user = 0; user < 40; user++) {
      for (int k = 0; k < timelines.count(user); k++) {
        int place = timelines.event(user, k);
        assertThat(log.user(place)).isEqualTo(user);
        assertThat(k == 0 || timelines.event(user, k - 1) < place).isTrue();
      }
      total += timelines.count(user);
    }
    assertThat(total).isEqualTo(log.size());
  }

  @Test
  void futureWatchesAgreeWithAScanOfTheLog() {
    FutureWatches futures = FutureWatches.of(log);
    int found = 0;
    for (int k = 0; k < 300; k++) {
      int user = k % 40;
      long now = log.epochSecond(k * (log.size() - 1) / 300);
      int[] answer = futures.from(user, now, 3 * DAY);
      assertThat(answer).containsExactly(slowFuture(user, now, 3 * DAY));
      found += answer.length;
    }
    assertThat(found).isGreaterThan(100);
  }

  private int[] slowFuture(int user, long now, long horizon) {
    Map<Integer, Long> firstSeen = new HashMap<>();
    TreeSet<Integer> good = new TreeSet<>();
    for (int i = 0; i < log.size(); i++) {
      EventKind kind = log.kind(i);
      if (log.user(i) != user || kind == EventKind.IMPRESSION || kind == EventKind.NOT_INTERESTED) {
        continue;
      }
      firstSeen.putIfAbsent(log.video(i), log.epochSecond(i));
      long time = log.epochSecond(i);
      if (log.isGood(i)
          && time >= now
          && time < now + horizon
          && firstSeen.get(log.video(i)) >= now) {
        good.add(log.video(i));
      }
    }
    return good.stream().mapToInt(Integer::intValue).toArray();
  }
}
