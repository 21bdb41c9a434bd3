package watchnext.benchmarks.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.evaluation.Estimate;
import watchnext.result.Measured;

/**
 * The figures of each row, seed by seed, and what they say together ({@link Seeds}). <i>Confined:
 * one thread.</i>
 */
final class SeedTable {

  private final String baseline;
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

  /** An empty table whose rows are compared with {@code baseline}. */
  SeedTable(String baseline) {
    this.baseline = baseline;
  }

  /** The name of a metric's difference from the baseline. */
  String difference(String metric) {
    return metric + " - " + baseline;
  }

  /** Takes in the metrics of each row by one seed more. */
  void add(Map<String, Map<String, Double>> rows) {
    rows.forEach(
        (name, metrics) -> {
          Map<String, List<Double>> row = values.computeIfAbsent(name, n -> new LinkedHashMap<>());
          metrics.forEach(
              (metric, value) -> row.computeIfAbsent(metric, m -> new ArrayList<>()).add(value));
        });
  }

  /** Means, and differences where row and baseline have the figure by the same seeds. */
  List<Measured> rows() {
    List<Measured> rows = new ArrayList<>();
    Map<String, List<Double>> base = values.getOrDefault(baseline, Map.of());
    values.forEach(
        (name, row) -> {
          Map<String, Estimate> metrics = new LinkedHashMap<>();
          row.forEach((metric, list) -> metrics.put(metric, Seeds.estimate(list)));
          row.forEach(
              (metric, list) -> {
                List<Double> other = base.getOrDefault(metric, List.of());
                if (!name.equals(baseline) && other.size() == list.size()) {
                  metrics.put(difference(metric), Seeds.difference(list, other));
                }
              });
          rows.add(new Measured(name, metrics));
        });
    return rows;
  }
}
