package watchnext.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A column of numbers for every {@link Measure}. <i>Confined: one thread at a time.</i> */
final class MeasureTotals {

  private final Map<Measure, double[]> columns = new EnumMap<>(Measure.class);

  /** Columns of zeros. */
  MeasureTotals(int length) {
    for (Measure measure : Measure.values()) {
      columns.put(measure, new double[length]);
    }
  }

  /** The column of a measure, not a copy. */
  double[] of(Measure measure) {
    return Objects.requireNonNull(columns.get(measure));
  }
}
