package watchnext.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.evaluation.Estimate;
import watchnext.require.Require;

/**
 * Policies over one world or several. With one, intervals are over its users; with several, over
 * worlds: each gives one figure, and the interval of their mean is Student's, with one degree of
 * freedom fewer than worlds. Differences are taken world by world. <i>Immutable.</i>
 *
 * @param seeds one result a world, of the same policies
 */
public record SimulationResult(List<SeedResult> seeds) {

  /** Takes an unmodifiable copy. */
  public SimulationResult {
    seeds = List.copyOf(seeds);
    Require.that(!seeds.isEmpty(), "there must be at least one seed, was none");
  }

  /** The policies, in their order. */
  public List<PolicyKind> policies() {
    return seeds.get(0).policies();
  }

  /** A figure of a policy with its interval. */
  public Estimate estimate(PolicyKind policy, Metric metric) {
    if (seeds.size() == 1) {
      return seeds.get(0).estimate(policy, metric);
    }
    return Estimate.ofSample(
        seeds.stream().mapToDouble(s -> s.estimate(policy, metric).value()).toArray());
  }

  /** How far a policy is above another, paired over users or over worlds. */
  public Estimate difference(PolicyKind policy, PolicyKind baseline, Metric metric) {
    if (seeds.size() == 1) {
      return seeds.get(0).difference(policy, baseline, metric);
    }
    return Estimate.ofSample(
        seeds.stream().mapToDouble(s -> s.difference(policy, baseline, metric).value()).toArray());
  }

  /** One sentence a pair of neighbours in the expected order, and a last one on the whole. */
  public List<String> order() {
    List<String> lines = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    List<PolicyKind> policies = policies();
    for (int i = 1; i < policies.size(); i++) {
      PolicyKind below = policies.get(i - 1);
      PolicyKind above = policies.get(i);
      Estimate gain = difference(above, below, Metric.WATCH_SECONDS_PER_SESSION);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s against %s, watchSecondsPerSession: %+.1f [%+.1f, %+.1f] (%s)",
              above.label(),
              below.label(),
              gain.value(),
              gain.low(),
              gain.high(),
              gain.low() > 0 ? "above" : gain.high() < 0 ? "below" : "no clear difference"));
      if (!(gain.low() > 0)) {
        broken.add(below.label() + " < " + above.label());
      }
    }
    String order = String.join(" < ", policies.stream().map(PolicyKind::label).toList());
    String verdict =
        broken.isEmpty() ? "holds" : "does not hold at " + String.join(" and ", broken);
    lines.add(order + ": " + verdict);
    return lines;
  }
}
