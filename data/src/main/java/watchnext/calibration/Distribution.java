package watchnext.calibration;

import java.util.Arrays;
import watchnext.measure.Gini;

/**
 * An empirical distribution: a sample in ascending order, asked for shares and quantiles.
 * <i>Immutable.</i>
 */
public final class Distribution {

  private final double[] ascending;

  private Distribution(double[] ascending) {
    this.ascending = ascending;
  }

  /** The distribution of the first {@code size} of {@code values}, in any order; copied. */
  public static Distribution of(double[] values, int size) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /** The distribution of {@code counts}, in any order; copied. */
  public static Distribution of(int[] counts) {
    return of(Arrays.stream(counts).asDoubleStream().toArray(), counts.length);
  }

  /** Number of values. */
  public int size() {
    return ascending.length;
  }

  /** The value of rank {@code i} from below, 0 for the smallest. */
  public double value(int i) {
    return ascending[i];
  }

  /** Share of the values of at most {@code x}, F(x); 0 of no values. */
  public double shareUpTo(double x) {
    return share(countBelow(Math.nextUp(x)));
  }

  /** Share of the values below {@code x}, and half of those that equal it; 0 of no values. */
  public double middleShare(double x) {
    return (share(countBelow(x)) + shareUpTo(x)) / 2;
  }

  private double share(int count) {
    return ascending.length == 0 ? 0 : (double) count / ascending.length;
  }

  private int countBelow(double x) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The value below which a share {@code p} in [0, 1] lies; 0 of no values. */
  public double quantile(double p) {
    return ascending.length == 0 ? 0 : ascending[(int) (p * (ascending.length - 1))];
  }

  /** The same values, each over their median, or over 1 where that is less. */
  public Distribution overMedian() {
    double median = Math.max(1, quantile(0.5));
    return new Distribution(Arrays.stream(ascending).map(x -> x / median).toArray());
  }

  /** Share of the sum that the largest hundredth of the values has. */
  public double topShare() {
    int most = Math.max(1, ascending.length / 100);
    double top = 0;
    for (int i = Math.max(0, ascending.length - most); i < ascending.length; i++) {
      top += ascending[i];
    }
    return top / Arrays.stream(ascending).sum();
  }

  /** See {@link Gini}: 0 when all values are equal, near 1 when one has all. */
  public double gini() {
    return Gini.of(ascending);
  }
}
