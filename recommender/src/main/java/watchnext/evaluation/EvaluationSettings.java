package watchnext.evaluation;

import java.util.List;
import watchnext.require.Require;

/**
 * What an evaluation measures. <i>Immutable.</i>
 *
 * @param metrics of all requests
 * @param slicedMetrics of each {@link Slice} as well
 * @param page how many places of a list count as shown, for coverage, gini, novelty and diversity
 * @param resamples draws of the bootstrap
 * @param seed of the bootstrap's draws and of the order of equal scores
 * @param untimedRequests how many requests at the start are judged but not timed, while the virtual
 *     machine compiles; at most a fifth of all
 */
public record EvaluationSettings(
    List<MetricAt> metrics,
    List<MetricAt> slicedMetrics,
    int page,
    int resamples,
    long seed,
    int untimedRequests) {

  /** Retrieval to depth 500, a page of ten, 1,000 resamples, 100 requests to warm up. */
  public static EvaluationSettings defaults(long seed) {
    return new EvaluationSettings(
        List.of(
            ListMetric.RECALL.at(10),
            ListMetric.RECALL.at(100),
            ListMetric.RECALL.at(500),
            ListMetric.NDCG.at(10),
            ListMetric.AVERAGE_PRECISION.at(10),
            ListMetric.RECIPROCAL_RANK.at(10),
            ListMetric.HIT.at(10),
            ListMetric.PRECISION.at(10)),
        List.of(ListMetric.RECALL.at(10), ListMetric.RECALL.at(100), ListMetric.NDCG.at(10)),
        10,
        1_000,
        seed,
        100);
  }

  /** Copies the lists and checks the numbers. */
  public EvaluationSettings {
    metrics = List.copyOf(metrics);
    slicedMetrics = List.copyOf(slicedMetrics);
    Require.atLeast("page", page, 1);
    Require.atLeast("resamples", resamples, 1);
    Require.that(
        untimedRequests >= 0, "untimedRequests must be 0 or more, was %s", untimedRequests);
  }
}
