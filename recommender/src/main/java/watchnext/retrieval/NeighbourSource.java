package watchnext.retrieval;

import watchnext.feature.History;
import watchnext.math.TopK;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * Candidates like those watched last: videos that other users watched together with them.
 *
 * <pre>  score(v) = Σ over the latest good watches h of 0.95^age(h) · s(h, v)</pre>
 *
 * <p>age(h) is 0 for the latest watch, 1 for the one before. A watch of a minute ago counts at
 * once, without any vector being fitted anew; a video that nobody had watched when the neighbours
 * were counted is nobody's neighbour. Cost: watches × neighbours, and a pass over the catalogue.
 * Reference: Sarwar et al., WWW 2001 [sarwar2001]. <i>Immutable.</i>
 */
public final class NeighbourSource implements Retriever {

  private static final float KEPT = 0.95f;

  private final ItemNeighbours model;
  private final int watches;

  /**
   * A source over {@code model}.
   *
   * @param watches how many of the latest good watches count, at least 1
   */
  public NeighbourSource(ItemNeighbours model, int watches) {
    Require.atLeast("watches", watches, 1);
    this.model = model;
    this.watches = watches;
  }

  @Override
  public String name() {
    return "neighbours";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    History history = asked.history();
    if (history.size() == 0) {
      return Retrieved.NOTHING;
    }
    float[] scores = scores(Lists.latest(history, watches));
    TopK top = new TopK(k, asked.ties());
    for (int v = 0; v < scores.length; v++) {
      if (scores[v] > 0 && scores[v] >= top.threshold() && asked.eligibility().test(v)) {
        top.offer(v, scores[v]);
      }
    }
    return Lists.certain(top);
  }

  private float[] scores(int[] latest) {
    float[] scores = new float[model.size()];
    float weight = 1;
    for (int watched : latest) {
      for (int i = 0; watched < model.size() && i < model.count(watched); i++) {
        scores[model.neighbour(watched, i)] += weight * model.similarity(watched, i);
      }
      weight *= KEPT;
    }
    return scores;
  }
}
