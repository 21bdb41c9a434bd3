package watchnext.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import watchnext.assembly.Models;
import watchnext.assembly.RebuildConfig;
import watchnext.pipeline.Rebuilt;
import watchnext.synthetic.World;

/**
 * Policies side by side on one world: plays the log, trains on it once, and lets each loose on the
 * same people from the same instant on. Chance and the oracle, the ends of the scale of regret, are
 * let loose in any case. <i>Stateless.</i>
 */
public final class Simulation {

  private Simulation() {}

  /**
   * Runs all of it.
   *
   * @param settings of the training, whose seed is that of the loop
   * @param policies which policies, besides the two ends
   * @param progress told of every step
   * @throws IllegalArgumentException when the world is too short for the loop
   */
  public static SeedResult run(
      World world,
      SimulationConfig config,
      RebuildConfig settings,
      Set<PolicyKind> policies,
      Consumer<String> progress) {
    Set<PolicyKind> kinds = EnumSet.of(PolicyKind.RANDOM, PolicyKind.ORACLE);
    kinds.addAll(policies);
    Past past = Past.of(world, config.days(), progress);
    Map<PolicyKind, Policy> ready = policies(past, kinds, settings, progress);
    ClosedLoop loop = new ClosedLoop(past, config, progress);
    Map<PolicyKind, Run> runs = new EnumMap<>(PolicyKind.class);
    ready.forEach((kind, policy) -> runs.put(kind, loop.run(policy)));
    return new SeedResult(runs, config.seed());
  }

  /** One training serves all learnt policies: same past, same validation. */
  private static Map<PolicyKind, Policy> policies(
      Past past, Set<PolicyKind> kinds, RebuildConfig settings, Consumer<String> progress) {
    Map<PolicyKind, Policy> policies = new EnumMap<>(PolicyKind.class);
    policies.put(PolicyKind.RANDOM, new RandomPolicy());
    policies.put(PolicyKind.ORACLE, new OraclePolicy(past.world().truth()));
    if (kinds.stream().anyMatch(PolicyKind::isLearnt)) {
      Rebuilt first = FunnelPolicy.train(past.recording(), past.cut(), settings, progress);
      if (!first.failed().isEmpty()) {
        progress.accept("the gate is closed: these models serve, for want of older ones");
      }
      Models models = first.models();
      policies.put(PolicyKind.POPULARITY, new PopularityPolicy(models.popularity()));
      policies.put(
          PolicyKind.ALS,
          new AlsPolicy(models.als(), models.config().als(), models.popularity(), settings.seed()));
      policies.put(PolicyKind.TWO_STAGE, new FunnelPolicy(models, settings));
    }
    policies.keySet().retainAll(kinds);
    return policies;
  }
}
