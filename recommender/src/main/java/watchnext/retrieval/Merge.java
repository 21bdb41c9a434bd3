package watchnext.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.task.Candidates;

/**
 * Joins the answers of several sources into one list without repetition: first everybody's best,
 * then everybody's second, and so on (round robin), so that the front of the list is fair to all. A
 * source without a video at a rank is skipped. <i>Stateless.</i>
 */
public final class Merge {

  private Merge() {}

  /**
   * The union of what the sources found, each candidate with the probability of its draw.
   *
   * @param names name of each source
   * @param lists answer of each source, already cut to its quota
   */
  public static Candidates of(List<String> names, List<Retrieved> lists) {
    return of(names, lists, -1);
  }

  /**
   * The same with the whole list of one source in front.
   *
   * @param leading the place of that source, -1 for none
   */
  static Candidates of(List<String> names, List<Retrieved> lists, int leading) {
    int longest = lists.stream().mapToInt(Retrieved::size).max().orElse(0);
    Map<Integer, Integer> bits = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    if (leading >= 0) {
      for (int video : lists.get(leading).videos()) {
        order.add(video);
        bits.put(video, 1 << leading);
      }
    }
    for (int rank = 0; rank < longest; rank++) {
      for (int s = 0; s < lists.size(); s++) {
        if (rank < lists.get(s).size()) {
          int video = lists.get(s).videos()[rank];
          if (!bits.containsKey(video)) {
            order.add(video);
          }
          bits.merge(video, 1 << s, (a, b) -> a | b);
        }
      }
    }
    int[] videos = order.stream().mapToInt(Integer::intValue).toArray();
    int[] sources = order.stream().mapToInt(bits::get).toArray();
    double[] propensities = lists.stream().mapToDouble(Retrieved::candidatePropensity).toArray();
    return new Candidates(names, videos, sources, propensities);
  }
}
