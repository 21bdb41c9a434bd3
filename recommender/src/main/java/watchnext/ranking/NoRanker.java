package watchnext.ranking;

import watchnext.math.Matrix;

/**
 * Keeps the order in which the candidates came, that of retrieval: the simplest ranker, and what
 * the others must beat to be worth their time. <i>Immutable.</i>
 */
public final class NoRanker implements Ranker {

  @Override
  public String name() {
    return "retrieval-order";
  }

  @Override
  public void score(Matrix rows, int count, float[] scores) {
    for (int i = 0; i < count; i++) {
      scores[i] = -i;
    }
  }
}
