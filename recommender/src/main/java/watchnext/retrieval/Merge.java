package watchnext.retrieval;

import java.util.Arrays;
import java.util.List;
import watchnext.task.Candidates;

/**
 * Joins the answers of several sources into one list without repetition: the first video of each
 * source, then the second of each, and so on (round robin). A source without a video at a rank is
 * skipped. <i>Stateless.</i>
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
    Union union = new Union(lists.stream().mapToInt(Retrieved::size).sum());
    if (leading >= 0) {
      for (int video : lists.get(leading).videos()) {
        union.add(video, leading);
      }
    }
    int longest = lists.stream().mapToInt(Retrieved::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (int s = 0; s < lists.size(); s++) {
        if (rank < lists.get(s).size()) {
          union.add(lists.get(s).videos()[rank], s);
        }
      }
    }
    double[] propensities = lists.stream().mapToDouble(Retrieved::candidatePropensity).toArray();
    return new Candidates(names, union.videos(), union.sources(), propensities);
  }

  /** Videos in the order in which they came, each with a bit for every source; a hash table. */
  private static final class Union {
    private final int[] places;
    private final int[] videos;
    private final int[] sources;
    private int size;

    Union(int most) {
      this.places = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
      this.videos = new int[most];
      this.sources = new int[most];
    }

    void add(int video, int source) {
      int slot = (video * 0x9e37_79b1) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
      // A slot holds a place counted from 1; 0 is free.
      while (places[slot] != 0 && videos[places[slot] - 1] != video) {
        slot = (slot + 1) & (places.length - 1);
      }
      if (places[slot] == 0) {
        videos[size] = video;
        places[slot] = ++size;
      }
      sources[places[slot] - 1] |= 1 << source;
    }

    int[] videos() {
      return Arrays.copyOf(videos, size);
    }

    int[] sources() {
      return Arrays.copyOf(sources, size);
    }
  }
}
