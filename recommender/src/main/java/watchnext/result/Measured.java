package watchnext.result;

import java.util.LinkedHashMap;
import java.util.Map;
import watchnext.evaluation.Estimate;

/**
 * Figures of one thing by their names.
 *
 * @param name what was measured
 * @param metrics figures, each with its interval; what a row lacks is missing in its table
 */
public record Measured(String name, Map<String, Estimate> metrics) {

  /** The figures whose names begin with {@code prefix}, without it. */
  public Measured part(String prefix) {
    Map<String, Estimate> part = new LinkedHashMap<>();
    metrics.forEach(
        (metric, estimate) -> {
          if (metric.startsWith(prefix)) {
            part.put(metric.substring(prefix.length()), estimate);
          }
        });
    return new Measured(name, part);
  }

  /** The figure of that name, missing where there is none. */
  Cell cell(String metric) {
    Estimate estimate = metrics.get(metric);
    return estimate == null ? Cell.missing() : Cell.of(estimate);
  }
}
