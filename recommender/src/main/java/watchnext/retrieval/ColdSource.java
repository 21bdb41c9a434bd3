package watchnext.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.feature.FeatureState;
import watchnext.index.Neighbours;
import watchnext.index.VectorIndex;
import watchnext.math.TopK;
import watchnext.task.Asked;

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
    int[] byDate = newestFirst(found.ordinals(), asked.state());
    TopK top = new TopK(Math.min(k, found.size()), asked.ties());
    for (int place = 0; place < byDate.length; place++) {
      int near = byDate[place];
      top.offer(found.ordinals()[near], FUSION.score(near, place));
    }
    return Lists.certain(top);
  }

  /**
   * The places of {@code near} by their uploads, the newest first, of one second the nearest: time
   * and place in one number a video.
   */
  private static int[] newestFirst(int[] near, FeatureState state) {
    long[] keys = new long[near.length];
    for (int place = 0; place < keys.length; place++) {
      long uploaded = Math.max(-EARLIEST, state.uploadedEpochSecond(near[place]));
      keys[place] = (-uploaded << PLACE_BITS) | place;
    }
    Arrays.sort(keys);
    int[] places = new int[keys.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) keys[i] & ((1 << PLACE_BITS) - 1);
    }
    return places;
  }
}
