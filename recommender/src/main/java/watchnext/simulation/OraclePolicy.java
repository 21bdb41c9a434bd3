package watchnext.simulation;

import java.util.BitSet;
import watchnext.synthetic.truth.HiddenVideos;
import watchnext.synthetic.truth.Oracle;
import watchnext.synthetic.truth.Truth;
import watchnext.event.Satisfaction;
import watchnext.synthetic.Audience;

/** Draft. */
public final class OraclePolicy implements Policy {

  private static final int MOST_OF_ONE_LEAF = 2;

  private final Truth truth;
  private final Oracle oracle;

  /** The oracle of a world. */
  public OraclePolicy(Truth truth) {
    this.truth = truth;
    this.oracle = new Oracle(truth);
  }

  @Override
  public String name() {
    return PolicyKind.ORACLE.label();
  }

  @Override
  public Choice choose(Visit visit) {
    long now = visit.context().epochSecond();
    float[] scores = new float[truth.videos().availableAt(now)];
    int device = java.util.List.of("phone", "tablet", "tv", "desktop").indexOf(visit.context().device());
    if (System.getProperty("oracle", "long").equals("long")) {
      oracle.score(visit.user(), now, device, Satisfaction.LONG_WATCH_SECONDS, scores);
    } else {
      watchnext.synthetic.truth.Mind mind = new watchnext.synthetic.truth.Mind();
      mind.enter(truth, visit.user(), now, device);
      for (int v = 0; v < scores.length; v++) {
        double match = truth.appeal().match(mind, v);
        double click = truth.appeal().attraction(mind, v, match, 0);
        double s = truth.appeal().satisfaction(mind, v, match, 0);
        double d = truth.videos().durationSeconds(v);
        double cap = Double.parseDouble(System.getProperty("cap", "1e9"));
        double skip = 0.82 - 0.75 * s, finish = 0.75 * s * 45 / (45 + d), b = 0.5 + 1.3 * (1 - s) + d / (d + 60);
        double e = skip * Math.min(2.5, d) + (1 - skip) * (finish * d * 1.1 + (1 - finish) * (2 + (d - 2) / (1 + b)));
        scores[v] = (float) (click * Math.min(cap, e));
      }
    }
    BitSet open = visit.open();
    int[] page = new int[Math.min(visit.pageSize(), open.cardinality())];
    for (int place = 0; place < page.length; place++) {
      int video = best(scores, open, page, place, true);
      page[place] = video >= 0 ? video : best(scores, open, page, place, false);
      open.clear(page[place]);
    }
    return Choice.certain(page);
  }

  private int best(float[] scores, BitSet open, int[] page, int places, boolean varied) {
    int best = -1;
    for (int v = open.nextSetBit(0); v >= 0; v = open.nextSetBit(v + 1)) {
      if ((best < 0 || scores[v] > scores[best]) && (!varied || fits(page, places, v))) {
        best = v;
      }
    }
    return best;
  }

  private boolean fits(int[] page, int places, int video) {
    HiddenVideos videos = truth.videos();
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
