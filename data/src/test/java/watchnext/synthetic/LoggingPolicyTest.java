package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;
import watchnext.synthetic.truth.Luck;

class LoggingPolicyTest {

  private static final int USER = 3;
  private static final int DRAWS = 60_000;
  private static final Context LATER = new Context(WorldConfig.START + 86_400, "phone");

  private final WorldConfig config = WorldConfig.preset("tiny");
  private final World world = World.of(config, 7);
  private final VideoPool pool = new VideoPool(world.catalog());
  private final LoggingPolicy policy = new LoggingPolicy(config, pool, 300);
  private final LoggingPolicy.Scratch scratch = new LoggingPolicy.Scratch(10, 600);
  private final int available = world.videosAt(WorldConfig.START + 86_400);
  private final LoggingPolicy.Choice choice = new LoggingPolicy.Choice(available, 20);

  @BeforeEach
  void someClicksHaveBeenSeen() {
    Luck luck = new Luck(11);
    int[] clicks = new int[600];
    for (int i = 0; i < 500; i++) {
      clicks[luck.below(40)]++;
    }
    pool.refresh(available - 10, new int[600], clicks, 6);
    Audience audience = world.audience();
    for (int i = 0; i < 3; i++) {
      policy.fill(USER, choice, i, scratch);
      policy.observe(audience.respond(USER, scratch.page, LATER));
    }
  }

  @Test
  void theProbabilitiesOfAllVideosSumToOne() {
    for (boolean random : new boolean[] {true, false}) {
      for (int user : new int[] {USER, USER + 1}) {
        double sum = 0;
        for (int v = 0; v < 600; v++) {
          sum += v < available ? policy.probability(user, v, choice, random) : 0;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void thePropensityOfTheTopPlaceIsTheFrequencyWithWhichItIsDrawn() {
    int[] lately = policy.lately(USER);
    Set<Integer> excluded = new HashSet<>();
    double free = 1;
    for (int video : lately) {
      excluded.add(video);
    }
    for (int video : excluded) {
      free -= policy.probability(USER, video, choice, false);
    }
    int[] drawn = new int[600];
    for (int i = 0; i < DRAWS; i++) {
      LoggingPolicy fresh = copyAfter(lately);
      fresh.fill(USER, choice, Luck.key(99, i), scratch);
      drawn[scratch.random ? 0 : scratch.page[0]] += scratch.random ? 0 : 1;
    }
    double chiSquare = 0;
    int cells = 0;
    for (int v = 0; v < available; v++) {
      double p = excluded.contains(v) ? 0 : policy.probability(USER, v, choice, false) / free;
      double expected = p * DRAWS * (1 - config.logging().randomPages());
      if (expected > 5) {
        chiSquare += (drawn[v] - expected) * (drawn[v] - expected) / expected;
        cells++;
      }
    }
    // Mean of the statistic is the number of cells, its deviation √(2 cells).
    assertThat(chiSquare).isCloseTo(cells, within(4 * Math.sqrt(2.0 * cells)));
  }

  /** The policy itself: filling a page only changes what was shown, which is put back here. */
  private LoggingPolicy copyAfter(int[] lately) {
    policy.restore(USER, lately);
    return policy;
  }

  @Test
  void aPageHoldsNothingTwiceAndNothingShownLately() {
    Set<Integer> seen = new HashSet<>();
    for (int video : policy.lately(USER)) {
      seen.add(video);
    }
    policy.fill(USER, choice, 5, scratch);
    for (int place = 0; place < 10; place++) {
      assertThat(seen.add(scratch.page[place])).isTrue();
      assertThat(scratch.propensities[place]).isGreaterThan(0).isLessThanOrEqualTo(1);
    }
  }
}
