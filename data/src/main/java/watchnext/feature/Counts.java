package watchnext.feature;

/**
 * One row of {@link DecayedCounters}, read out at an instant, and the rates made of it.
 * <i>Confined: one thread at a time.</i>
 */
final class Counts {

  private final float[] values;

  /** Room for a row of {@code counters}. */
  Counts(DecayedCounters counters) {
    this.values = new float[counters.width()];
  }

  /** Reads {@code row} as it stands at {@code epochSecond}. */
  void read(DecayedCounters counters, int row, long epochSecond) {
    counters.read(row, epochSecond, values);
  }

  /** All counts zero. */
  void clear() {
    java.util.Arrays.fill(values, 0);
  }

  /** One count; the row's horizons are the first of {@link Horizon}. */
  float get(Signal signal, Horizon horizon) {
    return values[horizon.place() * Signal.count() + signal.column()];
  }

  /** {@code log(1 + count)}. */
  double log(Signal signal, Horizon horizon) {
    return Logarithm.ofCount(get(signal, horizon));
  }

  /**
   * A rate drawn towards {@code prior} while little is known,
   *
   * <pre>(n + strength · prior) / (d + strength)</pre>
   *
   * @param strength observations that the prior is worth
   */
  double rate(Signal signal, Signal of, Horizon horizon, double prior, double strength) {
    return smoothed(get(signal, horizon), total(signal, of, horizon), prior, strength);
  }

  /** The plain rate, 0 when nothing was counted. */
  double plainRate(Signal signal, Signal of, Horizon horizon) {
    double total = total(signal, of, horizon);
    return total > 0 ? get(signal, horizon) / total : 0;
  }

  /** What was answered must have been shown, even where the log lost it or never had it. */
  private double total(Signal signal, Signal of, Horizon horizon) {
    float total = get(of, horizon);
    return of == Signal.IMPRESSION ? Math.max(total, get(signal, horizon)) : total;
  }

  /** {@code (count + strength · prior) / (total + strength)}. */
  static double smoothed(double count, double total, double prior, double strength) {
    return (count + strength * prior) / (total + strength);
  }
}
