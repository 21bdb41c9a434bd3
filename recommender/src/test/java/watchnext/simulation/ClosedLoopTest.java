package watchnext.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.event.Event;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Horizon;
import watchnext.feature.Replay;
import watchnext.feature.Signal;
import watchnext.synthetic.World;
import watchnext.synthetic.WorldConfig;
import watchnext.task.Asked;

class ClosedLoopTest {

  private static final long DAY = 86_400;

  /** Notes all visits of another policy. */
  private static final class Spy implements Policy {
    private final Policy policy;
    private final Map<Integer, Context> first = new HashMap<>();
    private final Map<Integer, Long> luck = new HashMap<>();
    private final List<String> known = new ArrayList<>();
    private final List<Recording> pasts = new ArrayList<>();
    private final List<Long> cuts = new ArrayList<>();

    Spy(Policy policy) {
      this.policy = policy;
    }

    @Override
    public String name() {
      return policy.name();
    }

    @Override
    public Choice choose(Visit visit) {
      Asked asked = visit.asked();
      first.putIfAbsent(asked.user(), asked.context());
      luck.putIfAbsent(asked.user(), visit.luckKey());
      known.add(known(asked.user(), asked.epochSecond(), asked.state()));
      return policy.choose(visit);
    }

    @Override
    public Policy retrained(Recording past, long cut, Consumer<String> progress) {
      pasts.add(past);
      cuts.add(cut);
      return this;
    }
  }

  private static String known(int user, long time, FeatureState state) {
    return user
        + " at "
        + time
        + " did "
        + state.eventCount(user)
        + " watched "
        + state.history(user).size()
        + " saw "
        + state.seenCount(user)
        + " of "
        + state.totalCount(Signal.SATISFIED, Horizon.WEEK, time);
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    World again = World.of(WorldConfig.preset("tiny"), 1);
    Past past = Past.of(again, Loops.DAYS, line -> {});
    Run second = new ClosedLoop(past, Loops.CONFIG, line -> {}).run(new RandomPolicy());
    Run first = Loops.run(new RandomPolicy());
    assertThat(Loops.text(second.events())).isEqualTo(Loops.text(first.events()));
    assertThat(second.total(Measure.PAGES)).isEqualTo(first.total(Measure.PAGES)).isPositive();
  }

  @Test
  void allPoliciesMeetTheSameUsersFirstInTheSameCircumstancesAndLuck() {
    Spy chance = new Spy(new RandomPolicy());
    Spy oracle = new Spy(Loops.oracle());
    Run worst = Loops.run(chance);
    Run best = Loops.run(oracle);
    assertThat(chance.first).isEqualTo(oracle.first).hasSizeGreaterThan(100);
    assertThat(chance.luck).isEqualTo(oracle.luck);
    assertThat(best.total(Measure.PAGES)).isNotEqualTo(worst.total(Measure.PAGES));
  }

  /** What the logging policy did after the cut is thrown away, but for who comes first and when. */
  @Test
  void usersEnterTheLoopAsTheLogLeftThem() {
    Spy chance = new Spy(new RandomPolicy());
    Loops.run(chance);
    EventLog whole = Loops.WORLD.record(line -> {}).events();
    Map<Integer, Long> logged = new HashMap<>();
    for (int i = whole.indexAt(Loops.PAST.cut()); i < whole.size(); i++) {
      if (whole.kind(i) == EventKind.IMPRESSION) {
        logged.putIfAbsent(whole.user(i), whole.epochSecond(i));
      }
    }
    Map<Integer, Long> met = new HashMap<>();
    chance.first.forEach((user, context) -> met.put(user, context.epochSecond()));
    assertThat(met).isEqualTo(logged);
  }

  @Test
  void everyClickHasItsImpressionAndEveryLikeItsWatch() {
    Run run = Loops.run(Loops.popularity());
    Set<String> shown = new HashSet<>();
    Set<String> watched = new HashSet<>();
    int answers = 0;
    for (int i = 0; i < run.events().size(); i++) {
      Event event = run.events().get(i);
      if (Loops.isOfLoop(event)) {
        String what = event.requestId() + event.userId() + event.videoId();
        switch (event.kind()) {
          case IMPRESSION -> assertThat(shown.add(what)).as("shown once: %s", what).isTrue();
          case CLICK, NOT_INTERESTED -> assertThat(shown).contains(what);
          case WATCH -> {
            assertThat(shown).contains(what);
            watched.add(what);
          }
          case LIKE -> assertThat(watched).contains(what);
          case RATING -> throw new AssertionError("nobody rates here");
        }
        answers += event.kind() == EventKind.LIKE ? 1 : 0;
      }
    }
    assertThat(answers).isPositive();
    assertThat((double) shown.size()).isEqualTo(run.total(Measure.IMPRESSIONS));
    assertThat(run.total(Measure.CLICKS)).isGreaterThanOrEqualTo(watched.size());
  }

  @Test
  void whatIsKnownAtAVisitIsWhatAReplayOfTheFinishedLogKnows() {
    Spy popular = new Spy(Loops.popularity());
    Run run = Loops.run(popular);
    EventLogBuilder all = new EventLogBuilder(Loops.PAST.recording().catalog());
    for (EventLog log : List.of(Loops.PAST.recording().events(), run.events())) {
      for (int i = 0; i < log.size(); i++) {
        all.add(log.get(i));
      }
    }
    EventLog log = all.build();
    Replay replay = new Replay(log, new FeatureState(log.catalog()));
    List<String> replayed = new ArrayList<>();
    Set<Integer> pages = new HashSet<>();
    for (int i = log.indexAt(Loops.PAST.cut()); i < log.size(); i++) {
      if (log.kind(i) == EventKind.IMPRESSION && pages.add(log.request(i))) {
        long time = log.epochSecond(i);
        replayed.add(known(log.user(i), time, replay.advanceTo(time)));
      }
    }
    assertThat(replayed).isEqualTo(popular.known).hasSizeGreaterThan(300);
  }

  /** Those who see hundreds of the few videos of the tiny world run out of new ones. */
  @Test
  void noVideoIsShownAgainWithinAWeekOrBeforeItsUpload() {
    Run run = Loops.run(Loops.popularity());
    Map<String, Long> last = new HashMap<>();
    Map<Integer, Integer> shown = new HashMap<>();
    for (EventLog log : List.of(Loops.PAST.recording().events(), run.events())) {
      for (int i = 0; i < log.size(); i++) {
        if (log.kind(i) == EventKind.IMPRESSION) {
          long time = log.epochSecond(i);
          long before = last.getOrDefault(log.user(i) + "/" + log.video(i), Long.MIN_VALUE / 2);
          boolean few = shown.merge(log.user(i), 1, Integer::sum) < 300;
          if (few && time >= Loops.PAST.cut()) {
            assertThat(time - before).isGreaterThanOrEqualTo(7 * DAY);
            assertThat(log.catalog().video(log.video(i)).isAvailableAt(time)).isTrue();
          }
          last.put(log.user(i) + "/" + log.video(i), time);
        }
      }
    }
  }

  @Test
  void aNightlyTrainingSeesTheLogAndTheEventsOfTheLoopSoFar() {
    Spy nightly = new Spy(Loops.popularity());
    new ClosedLoop(Loops.PAST, Loops.CONFIG.retrainedEvery(1), line -> {}).run(nightly);
    assertThat(nightly.cuts).containsExactly(Loops.PAST.cut() + DAY);
    EventLog seen = nightly.pasts.get(0).events();
    EventLog log = Loops.PAST.recording().events();
    assertThat(seen.size()).isGreaterThan(log.size());
    assertThat(seen.epochSecond(seen.size() - 1)).isLessThan(Loops.PAST.cut() + DAY);
    assertThat(seen.get(log.size() - 1)).isEqualTo(log.get(log.size() - 1));
    int own = 0;
    for (int i = log.size(); i < seen.size(); i++) {
      own += Loops.isOfLoop(seen.get(i)) ? 1 : 0;
    }
    assertThat(own).isGreaterThan(1000);
  }

  @Test
  void withoutRetrainingNobodyLearns() {
    Spy never = new Spy(Loops.popularity());
    Loops.run(never);
    assertThat(never.pasts).isEmpty();
  }

  @Test
  void aLoopThatLeavesTooLittleLogIsRefused() {
    assertThatThrownBy(() -> Past.of(Loops.WORLD, 7, line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "days must be in [1, 6] in world tiny (14 days, of which at least 8 are the log),"
                + " was 7");
    World cheats = World.of(WorldConfig.preset("tiny").withFraud(0.1), 1);
    assertThatThrownBy(() -> Past.of(cheats, 2, line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fraudShare must be 0 in a loop, was 0.1");
    assertThatThrownBy(() -> SimulationConfig.of(0, 1))
        .hasMessage("days must be at least 1, was 0");
  }
}
