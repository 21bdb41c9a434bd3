package watchnext.study;

import watchnext.evaluation.Recommender;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * A recommender that keeps count of how often each video stood in its first ten places: what
 * popularity bias is read from. <i>Confined: one thread.</i>
 */
public final class Exposure implements Recommender {

  private static final int PAGE = 10;

  private final Recommender recommender;
  private final long[] shown;

  Exposure(Recommender recommender, int videos) {
    this.recommender = recommender;
    this.shown = new long[videos];
  }

  @Override
  public RankedList recommend(Asked asked, int k) {
    RankedList list = recommender.recommend(asked, k);
    for (int i = 0; i < Math.min(PAGE, list.size()); i++) {
      shown[list.videos()[i]]++;
    }
    return list;
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
