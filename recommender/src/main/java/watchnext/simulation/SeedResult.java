package watchnext.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import watchnext.evaluation.Estimate;
import watchnext.evaluation.UserBootstrap;
import watchnext.synthetic.truth.Oracle;

/**
 * All policies on one world: figures with intervals over users, and the differences between
 * policies on equal draws of users. <i>Immutable.</i>
 */
public final class SeedResult {

  private static final int RESAMPLES = 1000;

  private final Map<PolicyKind, Run> runs = new EnumMap<>(PolicyKind.class);
  private final Map<PolicyKind, MeasureTotals> draws = new EnumMap<>(PolicyKind.class);

  /**
   * The result of some runs.
   *
   * @param runs by policy, {@link PolicyKind#RANDOM} and {@link PolicyKind#ORACLE} among them
   * @param seed of the draws
   */
  SeedResult(Map<PolicyKind, Run> runs, long seed) {
    this.runs.putAll(runs);
    runs.forEach((kind, run) -> draws.put(kind, sums(run, seed)));
  }

  /**
   * Sums of every count over the drawn users, one value a resample: policies are judged by ratios
   * of sums, whose lower part (sessions, impressions) is theirs as well.
   */
  private static MeasureTotals sums(Run run, long seed) {
    MeasureTotals sums = new MeasureTotals(RESAMPLES);
    UserBootstrap.draw(
        run.users(),
        RESAMPLES,
        seed,
        (times, r) -> {
          for (Measure measure : Measure.values()) {
            for (int user = 0; user < times.length; user++) {
              sums.of(measure)[r] += times[user] * run.ofUser(measure, user);
            }
          }
        });
    return sums;
  }

  /** The policies, in their order. */
  public List<PolicyKind> policies() {
    return new ArrayList<>(runs.keySet());
  }

  /** The run of a policy that was let loose. */
  public Run run(PolicyKind policy) {
    Run run = runs.get(policy);
    if (run == null) {
      throw new IllegalArgumentException(policy.label() + " was not let loose");
    }
    return run;
  }

  /** A figure of a policy with its interval; NaN where it does not exist. */
  public Estimate estimate(PolicyKind policy, Metric metric) {
    Run run = run(policy);
    if (metric == Metric.COVERAGE) {
      return Estimate.of(run.coverage());
    }
    double[] drawn = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      drawn[r] = value(policy, metric, r);
    }
    boolean isEnd = policy == PolicyKind.RANDOM || policy == PolicyKind.ORACLE;
    if (metric == Metric.REGRET && isEnd) {
      return Estimate.of(value(policy, metric, -1));
    }
    return Estimate.ofResamples(value(policy, metric, -1), drawn);
  }

  /** How far a policy is above another on a counted figure, on equal draws of users. */
  public Estimate difference(PolicyKind policy, PolicyKind baseline, Metric metric) {
    double[] drawn = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      drawn[r] = value(policy, metric, r) - value(baseline, metric, r);
    }
    return Estimate.ofResamples(value(policy, metric, -1) - value(baseline, metric, -1), drawn);
  }

  /** The figure in draw {@code r}, or over all users for -1. */
  private double value(PolicyKind policy, Metric metric, int r) {
    if (metric == Metric.COVERAGE) {
      return run(policy).coverage();
    }
    if (metric != Metric.REGRET) {
      Run run = run(policy);
      return r < 0 ? metric.of(run::total) : metric.of(measure -> drawn(policy, measure)[r]);
    }
    double value = value(policy, Metric.WATCH_SECONDS_PER_SESSION, r);
    double random = value(PolicyKind.RANDOM, Metric.WATCH_SECONDS_PER_SESSION, r);
    double oracle = value(PolicyKind.ORACLE, Metric.WATCH_SECONDS_PER_SESSION, r);
    return oracle > random ? Oracle.regret(value, oracle, random) : Double.NaN;
  }

  private double[] drawn(PolicyKind policy, Measure measure) {
    return Objects.requireNonNull(draws.get(policy)).of(measure);
  }
}
