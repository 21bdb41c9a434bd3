package watchnext.simulation;

import java.util.BitSet;
import watchnext.event.Satisfaction;
import watchnext.synthetic.Audience;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Oracle;
import watchnext.synthetic.truth.Truth;

/**
 * Whoever knows the truth: the videos that the user is most likely to open and watch well, by
 * {@link Oracle}; at most two of one leaf and one of a creator, which keeps users from tiring. The
 * other end of the scale of regret.
 *
 * <p>It has the goal that the funnel has, good watches, and knows tastes and laws, not luck. It is
 * no upper bound of the seconds watched: longer videos would give more of them and please less.
 *
 * <p>Cost: a page looks at every video there is. <i>Confined: one thread at a time.</i>
 */
public final class OraclePolicy implements Policy {

  private static final int MOST_OF_ONE_LEAF = 2;

  private final HiddenVideos videos;
  private final Oracle oracle;

  /** The oracle of a world. */
  public OraclePolicy(Truth truth) {
    this.videos = truth.videos();
    this.oracle = new Oracle(truth);
  }

  @Override
  public String name() {
    return PolicyKind.ORACLE.label();
  }

  @Override
  public Choice choose(Visit visit) {
    long now = visit.asked().epochSecond();
    int device = Audience.deviceNumber(visit.asked().context().device());
    float[] scores = new float[videos.availableAt(now)];
    oracle.score(visit.asked().user(), now, device, Satisfaction.LONG_WATCH_SECONDS, scores);
    BitSet open = visit.open();
    int[] page = new int[Math.min(visit.pageSize(), open.cardinality())];
    for (int place = 0; place < page.length; place++) {
      int varied = best(scores, open, page, place, true);
      page[place] = varied >= 0 ? varied : best(scores, open, page, place, false);
      open.clear(page[place]);
    }
    return Choice.certain(page);
  }

  /** The best open video, -1 when none is; a varied page must also suit what stands above. */
  private int best(float[] scores, BitSet open, int[] page, int places, boolean varied) {
    int best = -1;
    for (int v = open.nextSetBit(0); v >= 0; v = open.nextSetBit(v + 1)) {
      boolean better = best < 0 || scores[v] > scores[best];
      if (better && (!varied || suits(page, places, v))) {
        best = v;
      }
    }
    return best;
  }

  private boolean suits(int[] page, int places, int video) {
    int sameLeaf = 0;
    for (int k = 0; k < places; k++) {
      if (videos.creator(page[k]) == videos.creator(video)) {
        return false;
      }
      sameLeaf += videos.leaf(page[k]) == videos.leaf(video) ? 1 : 0;
    }
    return sameLeaf < MOST_OF_ONE_LEAF;
  }
}
