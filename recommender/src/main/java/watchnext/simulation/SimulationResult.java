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

  /** 97.5 % quantiles of Student's t for 1, 2, 3 … degrees of freedom. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double NORMAL = 1.96;

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
    return mean(seeds.stream().mapToDouble(s -> s.estimate(policy, metric).value()).toArray());
  }

  /** How far a policy is above another, paired over users or over worlds. */
  public Estimate difference(PolicyKind policy, PolicyKind baseline, Metric metric) {
    if (seeds.size() == 1) {
      return seeds.get(0).difference(policy, baseline, metric);
    }
    return mean(
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

  /** Mean of a few figures with Student's interval; no interval where they are all the same. */
  static Estimate mean(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    if (n < 2 || squares == 0 || Double.isNaN(mean)) {
      return Estimate.of(mean);
    }
    double t = n - 2 < STUDENT.length ? STUDENT[n - 2] : NORMAL;
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(mean, mean - half, mean + half);
  }
}
