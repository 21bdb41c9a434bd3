package watchnext.measure;

import java.util.Arrays;
import watchnext.require.Require;

/**
 * Where in a list the relevant videos were found: all that a metric of binary relevance needs to
 * know. Ranks begin at 1.
 *
 * <p>Example: of the relevant videos {7, 8, 9} the list 7, 3, 9, 4 has the ranks 1 and 3; {@code
 * relevant()} is 3 and {@code found(2)} is 1. <i>Immutable.</i>
 */
public final class Hits {

  private final int[] ranks;
  private final int relevant;

  private Hits(int[] ranks, int relevant) {
    this.ranks = ranks;
    this.relevant = relevant;
  }

  /**
   * Compares a list with an answer key. Cost: O(n log r).
   *
   * @param videos the list, best first
   * @param relevant the relevant videos, ascending, at least one, each once
   * @throws IllegalArgumentException when nothing is relevant, or a relevant video is in the list
   *     twice
   */
  public static Hits of(int[] videos, int[] relevant) {
    Require.that(relevant.length != 0, "relevant must hold at least one video, was empty");
    int[] ranks = new int[relevant.length];
    boolean[] met = new boolean[relevant.length];
    int found = 0;
    for (int i = 0; i < videos.length; i++) {
      int place = Arrays.binarySearch(relevant, videos[i]);
      if (place < 0) {
        continue;
      }
      if (met[place]) {
        throw new IllegalArgumentException("a list must hold each video once, had " + videos[i]);
      }
      met[place] = true;
      ranks[found++] = i + 1;
    }
    return new Hits(Arrays.copyOf(ranks, found), relevant.length);
  }

  /**
   * The hits of known ranks, for published or worked examples.
   *
   * @param relevant how many videos are relevant, found or not
   * @param ranks ranks of those found, ascending from 1
   */
  public static Hits atRanks(int relevant, int... ranks) {
    Require.that(
        relevant >= 1 && ranks.length <= relevant,
        "relevant must be at least 1 and no fewer than the ranks, was %s",
        relevant);
    for (int i = 0; i < ranks.length; i++) {
      Require.that(
          !(ranks[i] < 1 || (i > 0 && ranks[i] <= ranks[i - 1])),
          "ranks must ascend from 1, were %s",
          Arrays.toString(ranks));
    }
    return new Hits(ranks.clone(), relevant);
  }

  /** Number of relevant videos, found or not; at least 1. */
  public int relevant() {
    return relevant;
  }

  /** Number of relevant videos among the first {@code k} places. */
  public int found(int k) {
    int found = 0;
    while (found < ranks.length && ranks[found] <= k) {
      found++;
    }
    return found;
  }

  /** Rank of the relevant video found {@code i}-th, from 0; ascending. */
  public int rank(int i) {
    return ranks[i];
  }
}
