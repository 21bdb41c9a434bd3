package watchnext.evaluation;

/**
 * How far one row is from another on a metric, with the interval of the paired bootstrap: both rows
 * are judged on the same drawn users, so the interval is narrower than those of the rows suggest.
 * <i>Immutable.</i>
 *
 * @param metric name of the metric
 * @param name the row
 * @param baseline the row it is compared with
 * @param difference value of the row − value of the baseline, with its 95 % interval
 * @param relative the difference as a share of the baseline's value; NaN when that is 0
 */
public record Comparison(
    String metric, String name, String baseline, Estimate difference, double relative) {

  /** Whether the row is above the baseline beyond the interval. */
  public boolean isAbove() {
    return difference.low() > 0;
  }

  /** Whether the row is below the baseline beyond the interval. */
  public boolean isBelow() {
    return difference.high() < 0;
  }
}
