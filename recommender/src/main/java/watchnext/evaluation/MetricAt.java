package watchnext.evaluation;

import watchnext.measure.Hits;
import watchnext.require.Require;

/**
 * A metric with its cut-off, such as recall@100. <i>Immutable.</i>
 *
 * @param metric what is measured
 * @param k how many places count, at least 1
 */
public record MetricAt(ListMetric metric, int k) {

  /** Checks the cut-off. */
  public MetricAt {
    Require.atLeast("k", k, 1);
  }

  /** The value for one list. */
  public double of(Hits hits) {
    return metric.of(hits, k);
  }

  /** The name in tables: "recall@100". */
  public String label() {
    return metric.label() + "@" + k;
  }
}
