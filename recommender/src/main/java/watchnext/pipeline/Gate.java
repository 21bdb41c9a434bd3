package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.evaluation.Comparison;
import watchnext.evaluation.Estimate;
import watchnext.index.IndexRecall;
import watchnext.math.Matrix;
import watchnext.snapshot.GateCheck;

/**
 * What a set of models must show before it is published. Each check is a sentence, passed or not;
 * one that is not stops the publication, and is kept beside the rejected models. <i>Confined: one
 * rebuild.</i>
 */
public final class Gate {

  private final List<GateCheck> checks = new ArrayList<>();

  /** The checks so far. */
  public List<GateCheck> checks() {
    return List.copyOf(checks);
  }

  void finite(String what, Matrix matrix) {
    int bad = 0;
    for (float value : matrix.data()) {
      bad += Float.isFinite(value) ? 0 : 1;
    }
    checks.add(new GateCheck(what + " are finite", bad + " are not", bad == 0));
  }

  void recall(IndexRecall recall, double least) {
    checks.add(
        new GateCheck(
            String.format(Locale.ROOT, "index recall@%d is at least %.2f", recall.k(), least),
            String.format(Locale.ROOT, "%.4f over %d queries", recall.mean(), recall.queries()),
            recall.mean() >= least));
  }

  /** The page must not be below a baseline beyond the paired interval. */
  void notBelow(Comparison page) {
    Estimate difference = page.difference();
    checks.add(
        new GateCheck(
            String.format(
                Locale.ROOT,
                "validation %s of the page is not below %s beyond the paired interval",
                page.metric(),
                page.baseline()),
            String.format(
                Locale.ROOT,
                "%s makes the page: %+.4f [%+.4f, %+.4f]",
                page.name(),
                difference.value(),
                difference.low(),
                difference.high()),
            !page.isBelow()));
  }
}
