package watchnext.evaluation;

import java.util.List;

/**
 * What an evaluation found: the protocol's paragraph and a row for each recommender.
 * <i>Immutable.</i>
 *
 * @param protocol one paragraph to print with every table
 * @param rows in the order of the contenders
 * @param bootstrap the draws behind the intervals
 */
public record EvaluationReport(String protocol, List<EvaluationRow> rows, UserBootstrap bootstrap) {

  /** Takes an unmodifiable copy. */
  public EvaluationReport {
    rows = List.copyOf(rows);
  }

  /**
   * The row of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public EvaluationRow row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the report must have the row "
                        + name
                        + ", has "
                        + rows.stream().map(EvaluationRow::name).toList()));
  }

  /**
   * Compares two rows on a metric that is a mean over requests.
   *
   * @throws IllegalArgumentException when a row or its metric is missing
   */
  public Comparison compare(String name, String baseline, String metric) {
    double[] values = row(name).perRequest(metric);
    double[] others = row(baseline).perRequest(metric);
    Estimate difference = bootstrap.difference(values, others);
    double base = row(baseline).metric(metric).value();
    double relative = base == 0 ? Double.NaN : difference.value() / base;
    return new Comparison(metric, name, baseline, difference, relative);
  }
}
