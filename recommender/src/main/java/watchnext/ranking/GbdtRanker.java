package watchnext.ranking;

import watchnext.math.Matrix;
import watchnext.model.ranker.TreeEnsemble;

/**
 * Ranks by gradient-boosted trees that were grown to order the videos of a request.
 * <i>Immutable.</i>
 */
public final class GbdtRanker implements Ranker {

  private final TreeEnsemble trees;

  /** Ranks by {@code trees}. */
  public GbdtRanker(TreeEnsemble trees) {
    this.trees = trees;
  }

  @Override
  public String name() {
    return "gbdt";
  }

  @Override
  public void score(Matrix rows, int count, float[] scores) {
    trees.score(rows, count, scores);
  }
}
