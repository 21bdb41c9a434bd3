package watchnext.study;

import watchnext.evaluation.Recommender;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * A recommender that counts how often each video stood in its first places: what popularity bias is
 * read from. <i>Confined: one thread.</i>
 */
public final class Exposure implements Recommender {

  private final Recommender recommender;
  private final int places;
  private final long[] shown;

  /** Counts the first {@code places} of each list; there are {@code videos} videos. */
  public Exposure(Recommender recommender, int videos, int places) {
    this.recommender = recommender;
    this.places = places;
    this.shown = new long[videos];
  }

  @Override
  public RankedList recommend(Asked asked, int k) {
    RankedList list = recommender.recommend(asked, k);
    for (int i = 0; i < Math.min(places, list.size()); i++) {
      shown[list.videos()[i]]++;
    }
    return list;
  }

  /** How many lists showed {@code video}. */
  public long shown(int video) {
    return shown[video];
  }

  /** The share of all places that went to the given videos. */
  public double share(int[] videos) {
    long all = 0;
    for (long count : shown) {
      all += count;
    }
    long some = 0;
    for (int video : videos) {
      some += shown[video];
    }
    return all == 0 ? 0 : (double) some / all;
  }
}
