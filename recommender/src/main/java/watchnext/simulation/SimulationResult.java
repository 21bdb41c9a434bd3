package watchnext.simulation;

import java.util.ArrayList;
import java.util.List;
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

  /**
   * Two neighbours in the expected order.
   *
   * @param gain seconds watched per session that {@code above} has more
   */
  public record Step(PolicyKind above, PolicyKind below, Estimate gain) {

    /** "above", "below" or "no clear difference". */
    public String verdict() {
      return gain.low() > 0 ? "above" : gain.high() < 0 ? "below" : "no clear difference";
    }
  }

  /** Each policy beside the one that should be just below it. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < policies().size(); i++) {
      PolicyKind above = policies().get(i);
      PolicyKind below = policies().get(i - 1);
      Estimate gain = difference(above, below, Metric.WATCH_SECONDS_PER_SESSION);
      steps.add(new Step(above, below, gain));
    }
    return steps;
  }

  /** The expected order, and whether it holds or where it does not. */
  public String order() {
    List<String> broken = new ArrayList<>();
    for (Step step : steps()) {
      if (!(step.gain().low() > 0)) {
        broken.add(step.below().label() + " < " + step.above().label());
      }
    }
    String order = String.join(" < ", policies().stream().map(PolicyKind::label).toList());
    return order
        + (broken.isEmpty() ? ": holds" : ": does not hold at " + String.join(" and ", broken));
  }
}
