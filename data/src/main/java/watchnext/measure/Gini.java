package watchnext.measure;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * How unequally amounts are spread, x ascending, n of them:
 *
 * <pre>
 *   G = Σ_i (2i − n − 1) · x_i / (n · Σ_i x_i)
 * </pre>
 *
 * <p>0 when all are equal (and when all are 0), (n − 1) / n when one has everything. Of the
 * exposures of videos it is a measure of recommenders: Fleder and Hosanagar, Management Science
 * 2009 [fleder2009]. Cost: O(n log n). <i>Stateless.</i>
 */
public final class Gini {

  private Gini() {}

  /**
   * The coefficient.
   *
   * @param amounts 0 or more, at least one, in any order
   */
  public static double of(double[] amounts) {
    Require.that(amounts.length != 0, "amounts must be at least one, were none");
    double[] ascending = amounts.clone();
    Arrays.sort(ascending);
    double weighted = 0;
    double total = 0;
    int n = ascending.length;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
      total += ascending[i];
    }
    return total == 0 ? 0 : weighted / (n * total);
  }

  /** The same of counts. */
  public static double of(int[] counts) {
    return of(Arrays.stream(counts).asDoubleStream().toArray());
  }
}
