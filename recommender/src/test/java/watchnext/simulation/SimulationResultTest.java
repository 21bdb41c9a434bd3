package watchnext.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import watchnext.evaluation.Estimate;

class SimulationResultTest {

  private static Map<PolicyKind, Run> runs = Map.of();
  private static SeedResult result = new SeedResult(runs, 1);

  @BeforeAll
  static void runThreePolicies() {
    runs = new EnumMap<>(PolicyKind.class);
    runs.put(PolicyKind.RANDOM, Loops.run(new RandomPolicy()));
    runs.put(PolicyKind.POPULARITY, Loops.run(Loops.popularity()));
    runs.put(PolicyKind.ORACLE, Loops.run(Loops.oracle()));
    result = new SeedResult(runs, 1);
  }

  @Test
  void regretIsOneForChanceZeroForTheOracleAndBetweenForOthers() {
    assertThat(result.estimate(PolicyKind.RANDOM, Metric.REGRET).value()).isEqualTo(1);
    assertThat(result.estimate(PolicyKind.ORACLE, Metric.REGRET).value()).isZero();
    Estimate between = result.estimate(PolicyKind.POPULARITY, Metric.REGRET);
    assertThat(between.value()).isBetween(0.05, 0.95);
    assertThat(between.low()).isLessThan(between.value());
    assertThat(between.high()).isGreaterThan(between.value());
  }

  @Test
  void theOracleIsFarAboveChance() {
    double chance = value(PolicyKind.RANDOM, Metric.WATCH_SECONDS_PER_SESSION);
    assertThat(value(PolicyKind.ORACLE, Metric.WATCH_SECONDS_PER_SESSION))
        .isGreaterThan(2 * chance);
    assertThat(
            result
                .difference(PolicyKind.ORACLE, PolicyKind.RANDOM, Metric.WATCH_SECONDS_PER_SESSION)
                .low())
        .isPositive();
    assertThat(value(PolicyKind.ORACLE, Metric.RETURN_RATE))
        .isGreaterThan(value(PolicyKind.RANDOM, Metric.RETURN_RATE));
  }

  private static double value(PolicyKind policy, Metric metric) {
    return result.estimate(policy, metric).value();
  }

  @Test
  void figuresAreTheRatiosOfTheCounts() {
    Run run = result.run(PolicyKind.POPULARITY);
    assertThat(value(PolicyKind.POPULARITY, Metric.CLICK_RATE))
        .isEqualTo(run.total(Measure.CLICKS) / run.total(Measure.IMPRESSIONS));
    assertThat(value(PolicyKind.POPULARITY, Metric.SESSIONS))
        .isEqualTo(run.total(Measure.SESSIONS));
    double byDay = 0;
    for (int day = 0; day < run.days(); day++) {
      byDay += run.ofDay(Measure.WATCH_SECONDS, day);
    }
    assertThat(byDay).isCloseTo(run.total(Measure.WATCH_SECONDS), within(1e-3));
    assertThat(result.estimate(PolicyKind.POPULARITY, Metric.COVERAGE).hasInterval()).isFalse();
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    Estimate none =
        result.difference(
            PolicyKind.POPULARITY, PolicyKind.POPULARITY, Metric.WATCH_SECONDS_PER_SESSION);
    assertThat(none).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void theOrderIsSaidToHoldOrWhereItDoesNot() {
    assertThat(new SimulationResult(List.of(result)).order())
        .isEqualTo("random < popularity < oracle: holds");
    Map<PolicyKind, Run> swapped = new EnumMap<>(runs);
    swapped.put(PolicyKind.RANDOM, result.run(PolicyKind.POPULARITY));
    swapped.put(PolicyKind.POPULARITY, result.run(PolicyKind.RANDOM));
    SimulationResult broken = new SimulationResult(List.of(new SeedResult(swapped, 1)));
    assertThat(broken.order())
        .isEqualTo("random < popularity < oracle: does not hold at random < popularity");
    assertThat(broken.steps().get(0).verdict()).isEqualTo("below");
  }
}
