package watchnext.retrieval;

import java.util.Arrays;
import java.util.function.IntPredicate;
import watchnext.feature.FeatureState;
import watchnext.index.VectorIndex;
import watchnext.math.Rows;
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
 * <p>Cost: up to {@value #MOST_SCANNED} unmet videos, an inner product each; of more, one search of
 * the index with a filter. Then {@value #LOOKED_AT} videos are sorted. <i>Immutable.</i>
 */
public final class ColdSource implements Retriever {

  private static final int LOOKED_AT = 1000;

  /** A list up to this length is scanned sooner than a beam finds the rare in a graph. */
  private static final int MOST_SCANNED = 20_000;

  private static final int BLOCK = 64;
  private static final int PLACE_BITS = 20;

  /** Seconds before 1970; what was always there counts as uploaded then. */
  private static final long EARLIEST = 1L << 42;

  private static final RankFusion FUSION = new RankFusion(200);

  private final UserVectors users;
  private final VectorIndex index;
  private final Rows videoVectors;
  private final UnmetVideos unmet;
  private final int mostScanned;

  /**
   * A source over {@code unmet}.
   *
   * @param index of all videos
   * @param videoVectors its unit vectors, row = video ordinal
   */
  public ColdSource(UserVectors users, VectorIndex index, Rows videoVectors, UnmetVideos unmet) {
    this(users, index, videoVectors, unmet, MOST_SCANNED);
  }

  /** The same with another bound to scanning. */
  ColdSource(
      UserVectors users, VectorIndex index, Rows videoVectors, UnmetVideos unmet, int mostScanned) {
    this.users = users;
    this.index = index;
    this.videoVectors = videoVectors;
    this.unmet = unmet;
    this.mostScanned = mostScanned;
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
    int[] near = nearest(query, Math.max(k, LOOKED_AT), asked.eligibility());
    int[] byDate = newestFirst(near, asked.state());
    TopK top = new TopK(Math.min(k, near.length), asked.ties());
    for (int place = 0; place < byDate.length; place++) {
      top.offer(near[byDate[place]], FUSION.score(byDate[place], place));
    }
    return Lists.certain(top);
  }

  /** The eligible unmet videos nearest to {@code query}, nearest first, equally near by ordinal. */
  private int[] nearest(float[] query, int most, IntPredicate eligible) {
    if (unmet.size() > mostScanned) {
      IntPredicate cold = unmet::contains;
      return index.search(query, most, cold.and(eligible)).ordinals();
    }
    TopK best = new TopK(Math.min(most, unmet.size()));
    int[] videos = new int[BLOCK];
    float[] scores = new float[BLOCK];
    for (int from = 0; from < unmet.size(); from += BLOCK) {
      int count = unmet.copy(from, videos);
      videoVectors.dots(query, videos, count, scores);
      for (int i = 0; i < count; i++) {
        if (scores[i] > best.threshold() && eligible.test(videos[i])) {
          best.offer(videos[i], scores[i]);
        }
      }
    }
    return Lists.certain(best).videos();
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
