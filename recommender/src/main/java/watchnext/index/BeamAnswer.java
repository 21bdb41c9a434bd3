package watchnext.index;

import java.util.function.IntPredicate;
import watchnext.math.Kernels;

/**
 * Makes an answer of a beam: the best of its nodes and of their copies.
 *
 * <p>A copy's score is above its original's by less than the query's length × {@link
 * FrozenGraph#RADIUS}, so originals are looked at until they are that much worse than the k-th
 * best. Where whole crowds lie about one radius apart, a beam may end before that: if copies from
 * its worse half still enter the answer, those of nodes beyond it would too.
 *
 * <p><i>Confined: one answer at a time; the memory is used again.</i>
 */
final class BeamAnswer {

  private final FrozenGraph graph;
  private final int[] rows;
  private final float[] scores;
  private Neighbours best = new Neighbours(new int[0], new float[0]);
  private int count;
  private boolean isCutShort;

  BeamAnswer(FrozenGraph graph) {
    this.graph = graph;
    this.rows = new int[2 * graph.m()];
    this.scores = new float[2 * graph.m() + 4];
  }

  /** The best {@code k} whose ordinals a filter lets through; fewer if there are not as many. */
  Neighbours of(BeamSearch beam, float[] query, double length, int k, IntPredicate eligible) {
    int most = Math.min(k, graph.size());
    float above = (float) (length * FrozenGraph.RADIUS);
    best = new Neighbours(new int[most], new float[most]);
    count = 0;
    isCutShort = false;
    for (int i = 0; i < beam.size(); i++) {
      float score = beam.score(i);
      float worst = worst();
      if (score + above < worst) {
        break;
      }
      offer(beam.node(i), score, eligible);
      offerCopies(beam.node(i), query, eligible);
      isCutShort |= score < worst && worst < worst() && i >= beam.size() / 2;
    }
    return count == most ? best : best.keep(ordinal -> true, count);
  }

  /** Whether a wider beam is likely to have a better answer than the last one. */
  boolean isCutShort() {
    return isCutShort;
  }

  private float worst() {
    return count < best.size() ? Float.NEGATIVE_INFINITY : best.scores()[count - 1];
  }

  private void offerCopies(int node, float[] query, IntPredicate eligible) {
    int copy = graph.nextCopy(node);
    while (copy != 0) {
      int n = 0;
      for (; copy != 0 && n < rows.length; copy = graph.nextCopy(copy)) {
        rows[n++] = copy;
      }
      Kernels.BEST.dotRows(
          query, graph.vectors(), FrozenGraph.PADDING, graph.dimension(), rows, n, scores);
      for (int i = 0; i < n; i++) {
        offer(rows[i], scores[i], eligible);
      }
    }
  }

  /** Puts a node in its place, by score and of equal scores by ordinal; the worst makes room. */
  private void offer(int node, float score, IntPredicate eligible) {
    int ordinal = graph.ordinals()[node];
    int at = count;
    while (at > 0 && comesBefore(score, ordinal, at - 1)) {
      at--;
    }
    if (at == best.size() || !eligible.test(ordinal)) {
      return;
    }
    count = Math.min(count + 1, best.size());
    for (int i = count - 1; i > at; i--) {
      best.ordinals()[i] = best.ordinals()[i - 1];
      best.scores()[i] = best.scores()[i - 1];
    }
    best.ordinals()[at] = ordinal;
    best.scores()[at] = score;
  }

  private boolean comesBefore(float score, int ordinal, int i) {
    float other = best.scores()[i];
    return score > other || (score == other && ordinal < best.ordinals()[i]);
  }
}
