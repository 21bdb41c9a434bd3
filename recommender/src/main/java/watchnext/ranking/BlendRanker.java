package watchnext.ranking;

import java.util.Arrays;
import java.util.List;
import watchnext.math.Matrix;
import watchnext.math.TopK;
import watchnext.require.Require;

/**
 * Ranks by the orders of several rankers together (reciprocal rank fusion):
 *
 * <pre>score(v) = Σ over rankers 1 / (c + place of v)</pre>
 *
 * <p>Places count from 0. Scores of different kinds need no common scale, and a video that one
 * ranker alone overrates does not come first. A score depends on the other rows of the request.
 * Cost: that of all rankers and a sort for each. Reference: Cormack et al., SIGIR 2009
 * [cormack2009rrf]. <i>Immutable.</i>
 */
public final class BlendRanker implements Ranker {

  /** The larger, the less the very first places count; 60 is usual for long lists. */
  private static final int C = 20;

  private final List<Ranker> rankers;

  /**
   * A blend of {@code rankers}.
   *
   * @throws IllegalArgumentException when there are fewer than two
   */
  public BlendRanker(List<Ranker> rankers) {
    Require.that(
        rankers.size() >= 2, "a blend must have at least 2 rankers, had %s", rankers.size());
    this.rankers = List.copyOf(rankers);
  }

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public void score(Matrix rows, int count, float[] scores) {
    Arrays.fill(scores, 0, count, 0);
    float[] own = new float[count];
    long[] order = new long[count];
    for (Ranker ranker : rankers) {
      ranker.score(rows, count, own);
      for (int i = 0; i < count; i++) {
        order[i] = TopK.entry(i, own[i]);
      }
      Arrays.sort(order);
      for (int place = 0; place < count; place++) {
        scores[TopK.ordinal(order[count - 1 - place])] += 1f / (C + place);
      }
    }
  }
}
