package watchnext.pipeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import watchnext.task.RankedList;

/**
 * Shares the places of stage 1 among its sources, so that the union finds as much as it can.
 *
 * <p>Method: greedy. Every source begins with what is reserved for it. The next blocks of its list
 * go to the source that raises the mean recall of the union most for each new candidate, until no
 * source raises it or the places are used up. Coverage is submodular, so the greedy answer is
 * within 1 − 1/e of the best (Nemhauser, Wolsey and Fisher 1978 [nemhauser1978]). A source that
 * finds only what others find gets nothing.
 *
 * <p>Shapes: sources × requests lists, each to the depth that was asked for. <i>Confined: one
 * choice.</i>
 */
final class QuotaChoice {

  private static final int BLOCK = 20;

  private final List<List<RankedList>> lists;
  private final List<int[]> relevant;
  private final int[] quotas;
  private final BitSet[] union;
  private double candidates;

  /**
   * A choice among sources.
   *
   * @param lists for each source its list for each request
   * @param relevant for each request the videos to be found, ascending, at least one
   */
  QuotaChoice(List<List<RankedList>> lists, List<int[]> relevant) {
    this.lists = lists;
    this.relevant = relevant;
    this.quotas = new int[lists.size()];
    this.union = new BitSet[relevant.size()];
    Arrays.setAll(union, request -> new BitSet());
  }

  /**
   * The quotas.
   *
   * @param reserved for each source the least it gets
   * @param places mean number of candidates a request that the union may have
   */
  int[] share(int[] reserved, int places) {
    for (int source = 0; source < quotas.length; source++) {
      take(source, reserved[source]);
    }
    for (Step best = best(places); best.rate() > 0; best = best(places)) {
      take(best.source(), best.more());
    }
    return quotas.clone();
  }

  /**
   * More places for a source.
   *
   * @param rate recall that they add, for each candidate that they add
   */
  private record Step(int source, int more, double rate) {}

  private Step best(int places) {
    Step best = new Step(0, 0, 0);
    for (int source = 0; source < quotas.length; source++) {
      Step step = best(source, places);
      best = step.rate() > best.rate() ? step : best;
    }
    return best;
  }

  /** The best step of one source: of one block, two, … as far as the places go. */
  private Step best(int source, int places) {
    Step best = new Step(source, 0, 0);
    double gain = 0;
    int added = 0;
    for (int more = BLOCK; quotas[source] + more - BLOCK < longest(source); more += BLOCK) {
      for (int request = 0; request < union.length; request++) {
        int[] wanted = relevant.get(request);
        int[] list = lists.get(source).get(request).videos();
        int from = quotas[source] + more - BLOCK;
        for (int i = from; i < Math.min(list.length, from + BLOCK); i++) {
          if (!union[request].get(list[i])) {
            added++;
            gain += Arrays.binarySearch(wanted, list[i]) >= 0 ? 1.0 / wanted.length : 0;
          }
        }
      }
      if (candidates + (double) added / union.length > places) {
        break;
      }
      if (added > 0 && gain / added > best.rate()) {
        best = new Step(source, more, gain / added);
      }
    }
    return best;
  }

  private int longest(int source) {
    return lists.get(source).stream().mapToInt(RankedList::size).max().orElse(0);
  }

  private void take(int source, int more) {
    int added = 0;
    for (int request = 0; request < union.length; request++) {
      int[] list = lists.get(source).get(request).videos();
      for (int i = quotas[source]; i < Math.min(list.length, quotas[source] + more); i++) {
        if (!union[request].get(list[i])) {
          union[request].set(list[i]);
          added++;
        }
      }
    }
    quotas[source] += more;
    candidates += (double) added / Math.max(1, union.length);
  }
}
