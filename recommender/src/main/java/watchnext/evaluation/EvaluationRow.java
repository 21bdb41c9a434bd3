package watchnext.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of an evaluation's table: a recommender's name, its metrics with their intervals, its
 * latency, and the value of every request behind the means. <i>Immutable.</i>
 */
public final class EvaluationRow {

  private final String name;
  private final Map<String, Estimate> metrics;
  private final double millisPerRequest;
  private final Map<String, double[]> perRequest;

  EvaluationRow(
      String name,
      Map<String, Estimate> metrics,
      double millisPerRequest,
      Map<String, double[]> perRequest) {
    this.name = name;
    this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    this.millisPerRequest = millisPerRequest;
    this.perRequest = Map.copyOf(perRequest);
  }

  /** Name of the recommender. */
  public String name() {
    return name;
  }

  /**
   * Metric name → estimate, in the order of the settings: "recall@100", "recall@100/new-users",
   * "coverage", "gini", "novelty", "diversity". A metric that the row cannot have (a cut-off beyond
   * its depth, a slice without requests) is not in it.
   */
  public Map<String, Estimate> metrics() {
    return metrics;
  }

  /**
   * One metric.
   *
   * @throws IllegalArgumentException when the row does not have it
   */
  public Estimate metric(String metric) {
    Estimate estimate = metrics.get(metric);
    if (estimate == null) {
      throw new IllegalArgumentException(
          "row " + name + " must have the metric " + metric + ", has " + metrics.keySet());
    }
    return estimate;
  }

  /** Mean milliseconds per request, of one caller on one thread: it compares rows. */
  public double millisPerRequest() {
    return millisPerRequest;
  }

  /**
   * The metric of each request in the order of the set, NaN where a request does not count; a copy.
   *
   * @throws IllegalArgumentException when the metric is not a mean over requests
   */
  public double[] perRequest(String metric) {
    double[] values = perRequest.get(metric);
    if (values == null) {
      throw new IllegalArgumentException(
          "row " + name + " must have " + metric + " of each request, does not");
    }
    return values.clone();
  }
}
