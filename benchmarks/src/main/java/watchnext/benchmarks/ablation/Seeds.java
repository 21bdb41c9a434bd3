package watchnext.benchmarks.ablation;

import java.util.List;
import java.util.stream.IntStream;
import watchnext.evaluation.Estimate;
import watchnext.require.Require;

/**
 * What several seeds say of a figure. The interval is Student's, of the mean over seeds: it tells
 * what the draw of weights and batches does, not what other users would have done.
 * <i>Stateless.</i>
 */
final class Seeds {

  private Seeds() {}

  /** The mean with its 95 % interval; without one when there is only one seed. */
  static Estimate estimate(List<Double> values) {
    return Estimate.ofSample(values.stream().mapToDouble(x -> x).toArray());
  }

  /**
   * The mean difference with its 95 % interval, seed by seed: what a seed does to both rows
   * cancels.
   */
  static Estimate difference(List<Double> values, List<Double> baseline) {
    Require.that(
        values.size() == baseline.size(),
        "both rows must have the same seeds, had %s and %s",
        values.size(),
        baseline.size());
    return estimate(
        IntStream.range(0, values.size()).mapToObj(i -> values.get(i) - baseline.get(i)).toList());
  }
}
