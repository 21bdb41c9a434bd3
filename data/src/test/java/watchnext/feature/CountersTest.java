package watchnext.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.event.EventKind;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;

/** The compact counters, each against a slow obvious twin that keeps every event. */
final class CountersTest {

  private static final double DAY = 86_400;

  private record Happening(int row, Signal signal, double amount, long time) {}

  @Test
  void decayedCountsEqualTheSumOfAllEventsWeighedOneByOne() {
    EventLog log = SmallLog.of(20, 40, 400, 30, 7).events();
    DecayedCounters counters = new DecayedCounters(40, Horizon.values());
    List<Happening> all = new ArrayList<>();
    Amounts amounts = new Amounts();
    for (int i = 0; i < log.size(); i++) {
      amounts.of(log, i, false, 30);
      counters.add(log.video(i), amounts, log.epochSecond(i));
      for (Signal signal : Signal.values()) {
        for (int k = 0; k < amounts.size(); k++) {
          if (amounts.column(k) == signal.column()) {
            all.add(new Happening(log.video(i), signal, amounts.value(k), log.epochSecond(i)));
          }
        }
      }
      if (i % 701 == 0) {
        compare(counters, all, log.epochSecond(i) + 5_000);
      }
    }
    compare(counters, all, log.epochSecond(log.size() - 1));
  }

  private static void compare(DecayedCounters counters, List<Happening> all, long now) {
    for (int row = 0; row < 40; row += 3) {
      float[] read = new float[counters.width()];
      counters.read(row, now, read);
      for (Horizon horizon : Horizon.values()) {
        for (Signal signal : Signal.values()) {
          double expected = slow(all, row, signal, horizon, now);
          float value = counters.value(row, horizon.place(), signal, now);
          assertThat(value).isCloseTo((float) expected, within((float) (1e-4 * (1 + expected))));
          assertThat(read[horizon.place() * Signal.count() + signal.column()])
              .isCloseTo(value, within(1e-5f * (1 + value)));
        }
      }
    }
  }

  private static double slow(
      List<Happening> all, int row, Signal signal, Horizon horizon, long now) {
    double halfLife =
        switch (horizon) {
          case EVER -> Double.POSITIVE_INFINITY;
          case WEEK -> 7 * DAY;
          case DAY -> DAY;
        };
    double sum = 0;
    for (Happening one : all) {
      if (one.row == row && one.signal == signal) {
        sum += one.amount * Math.pow(2, -(now - one.time) / halfLife);
      }
    }
    return sum;
  }

  @Test
  void anEventThatComesLateCountsWithTheWeightItHasLeft() {
    EventLogBuilder builder = new EventLogBuilder(SmallLog.of(2, 2, 1, 1, 1).catalog());
    builder.appendSignal(EventKind.LIKE, 0, 0, 0, -1);
    EventLog log = builder.build();
    Amounts like = new Amounts();
    like.of(log, 0, false, 0);
    long week = (long) (7 * DAY);
    DecayedCounters counters = new DecayedCounters(1, Horizon.WEEK);

    counters.add(0, like, week);
    counters.add(0, like, 0);

    // 1 + 2^-1 at the end of the week; half of that a week later
    assertThat(counters.value(0, 0, Signal.LIKE, week)).isEqualTo(1.5f);
    assertThat(counters.value(0, 0, Signal.LIKE, 2 * week)).isEqualTo(0.75f);
  }

  @Test
  void tastesEqualTheSumOfAllExperiencesWeighedOneByOne() {
    SplittableRandom random = new SplittableRandom(3);
    TasteProfile profile = new TasteProfile(0);
    Map<Integer, List<Long>> slow = new HashMap<>();
    long now = 0;
    for (int i = 0; i < 3000; i++) {
      now += random.nextLong((long) (3 * DAY)); // twelve years in all: the landmark moves often
      int topic = random.nextInt(1 + i / 20);
      profile.add(topic, Experience.GOOD, now);
      slow.computeIfAbsent(topic, t -> new ArrayList<>()).add(now);
    }
    assertThat(profile.size()).isEqualTo(slow.size());
    for (Map.Entry<Integer, List<Long>> entry : slow.entrySet()) {
      double expected = 0;
      for (long time : entry.getValue()) {
        expected += Math.pow(2, -(now + 1000 - time) / (30 * DAY));
      }
      int place = profile.find(entry.getKey());
      float value = profile.value(place, Experience.GOOD) * profile.weightAt(now + 1000);
      assertThat((double) value).isCloseTo(expected, within(1e-4 * expected + 1e-6));
      assertThat(profile.value(place, Experience.BAD)).isZero();
    }
    assertThat(profile.find(9999)).isEqualTo(TasteProfile.ABSENT);
  }

  @Test
  void setsOfVideosBehaveLikeHashSets() {
    SplittableRandom random = new SplittableRandom(4);
    UserVideoSets sets = new UserVideoSets(5);
    List<Set<Integer>> slow = new ArrayList<>();
    for (int u = 0; u < 5; u++) {
      slow.add(new HashSet<>());
    }
    for (int i = 0; i < 20_000; i++) {
      int user = random.nextInt(4);
      int video = random.nextInt(3) == 0 ? random.nextInt(50) : random.nextInt(1 << (user * 7));
      assertThat(sets.contains(user, video)).isEqualTo(slow.get(user).contains(video));
      assertThat(sets.add(user, video)).isEqualTo(slow.get(user).add(video));
      assertThat(sets.size(user)).isEqualTo(slow.get(user).size());
    }
    assertThat(sets.contains(4, 0)).isFalse();
    assertThat(sets.contains(0, Integer.MAX_VALUE - 1)).isFalse();
  }

  @Test
  void exposuresCountWhatWasShownSinceTheLastClickAndForgetAfterAWeek() {
    SplittableRandom random = new SplittableRandom(5);
    Exposures exposures = new Exposures();
    int week = 7 * 24 * 60;
    int[] counts = new int[400];
    int[] lasts = new int[400];
    Arrays.fill(lasts, -2 * week);
    int minute = 0;
    for (int i = 0; i < 60_000; i++) {
      minute += random.nextInt(3);
      // a wide catalogue at first, a narrow one later: old entries are left to be forgotten
      int video = random.nextInt(i < 30_000 ? 400 : 40);
      if (random.nextInt(4) == 0) {
        exposures.clicked(video);
        counts[video] = 0;
      } else {
        exposures.shown(video, minute);
        counts[video] = minute - lasts[video] < week ? counts[video] + 1 : 1;
        lasts[video] = minute;
      }
      int other = random.nextInt(400);
      boolean fresh = minute - lasts[other] < week;
      assertThat(exposures.count(other, minute)).isEqualTo(fresh ? counts[other] : 0);
      assertThat(exposures.lastMinute(other, minute))
          .isEqualTo(fresh ? lasts[other] : Exposures.NEVER);
    }
  }

  @Test
  void habitsFollowTheMeanOfTheFirstTwentyVideosExactly() {
    DurationHabits habits = new DurationHabits(1);
    for (float value : new float[] {2, 4, 6, 8}) {
      habits.observe(0, value);
    }

    // mean (2+4+6+8)/4 = 5, variance (9+1+1+9)/4 = 5
    assertThat(habits.mean(0)).isCloseTo(5, within(1e-5f));
    assertThat(habits.variance(0)).isCloseTo(5, within(1e-5f));
  }
}
