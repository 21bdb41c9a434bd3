package watchnext.retrieval;

import java.util.HashMap;
import java.util.Map;
import watchnext.math.Shuffle;
import watchnext.math.TopK;
import watchnext.require.Require;
import watchnext.task.RankedList;

/**
 * Fuses two orders by ranks, so that scores need no common scale:
 *
 * <pre>score(v) = 1 / (c + place in the first list) + 1 / (c + place in the second)</pre>
 *
 * <p>Places count from 0; a video that is not in the second list gets nothing from it. A small c
 * favours the first places of each list, a large one the videos on which both agree. Reference:
 * Cormack et al., Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning
 * Methods, SIGIR 2009 [cormack2009rrf]. <i>Immutable.</i>
 *
 * @param c larger than 0
 */
public record RankFusion(double c) {

  /** Checks the range. */
  public RankFusion {
    Require.that(
        c > 0 && c < Double.POSITIVE_INFINITY, "c must be greater than 0 and finite, was %s", c);
  }

  /**
   * The best {@code most} videos of {@code first} in the order of both lists, with fused scores;
   * equal ones in the order of {@code ties}.
   */
  public RankedList fuse(RankedList first, RankedList second, int most, Shuffle ties) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < second.size(); place++) {
      places.put(second.videos()[place], place);
    }
    TopK top = new TopK(Math.min(most, first.size()), ties);
    for (int place = 0; place < first.size(); place++) {
      int video = first.videos()[place];
      Integer other = places.get(video);
      top.offer(video, other == null ? (float) (1 / (c + place)) : score(place, other));
    }
    return Lists.certain(top).list();
  }

  /** The score of a video that stands at these places of the two lists. */
  float score(int place, int other) {
    return (float) (1 / (c + place) + 1 / (c + other));
  }
}
