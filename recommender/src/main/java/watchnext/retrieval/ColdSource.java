package watchnext.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.catalog.Catalog;
import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Candidates among the videos that training never met: the order of nearness to the user, fused
 * with the order by date of upload ({@link RankFusion}).
 *
 * <p>They need a list of their own. In training a video without watches was only a negative, so its
 * inner product with every user is small. In one list with the others such videos come last. Among
 * themselves their order is good.
 *
 * <p>The date matters because content does not separate uploads since the last training from old
 * videos that nobody watched. Ranks need no common scale: days on a platform and years of films are
 * treated alike. Videos of one date stay in the order of nearness.
 *
 * <p>Cost: one search of the index with a filter, for {@value #LOOKED_AT} videos, and sorting them.
 * <i>Immutable.</i>
 */
public final class ColdSource implements Retriever {

  private static final int LOOKED_AT = 1000;
  private static final int PLACE_BITS = 20;

  /** Seconds before 1970; what was always there counts as uploaded then. */
  private static final long EARLIEST = 1L << 42;

  private static final RankFusion FUSION = new RankFusion(200);

  private final UserVectors users;
  private final VectorIndex index;
  private final IntPredicate cold;

  /**
   * A source over the part of {@code index} that training never met.
   *
   * @param met whether training met a video, by ordinal
   */
  public ColdSource(UserVectors users, VectorIndex index, IntPredicate met) {
    this.users = users;
    this.index = index;
    this.cold = met.negate();
  }

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public Retrieved retrieve(Asked asked, int k) {
    float[] query = asked.once(users);
    if (TwoTowerSource.pointsNowhere(query)) {
      return Retrieved.NOTHING;
    }
    Neighbours found = index.search(query, Math.max(k, LOOKED_AT), cold.and(asked.eligibility()));
    RankedList near = new RankedList(found.ordinals(), found.scores());
    return Retrieved.certain(
        FUSION.fuse(near, newestFirst(near, asked.catalog()), k, asked.ties()));
  }

  /** The newest upload first, of one second the nearest: time and place in one number a video. */
  private static RankedList newestFirst(RankedList near, Catalog catalog) {
    long[] keys = new long[near.size()];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = (-uploaded(catalog, near.videos()[place]) << PLACE_BITS) | place;
    }
    Arrays.sort(keys);
    int[] videos = new int[keys.length];
    for (int i = 0; i < videos.length; i++) {
      videos[i] = near.videos()[(int) keys[i] & ((1 << PLACE_BITS) - 1)];
    }
    return new RankedList(videos, new float[videos.length]);
  }

  private static long uploaded(Catalog catalog, int video) {
    return Math.max(-EARLIEST, catalog.video(video).uploadedEpochSecond());
  }
}
