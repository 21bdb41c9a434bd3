package watchnext.simulation;

import java.util.SplittableRandom;

/**
 * Any video that may be shown, all with the same probability: one end of the scale of regret.
 * <i>Immutable.</i>
 */
public final class RandomPolicy implements Policy {

  @Override
  public String name() {
    return PolicyKind.RANDOM.label();
  }

  @Override
  public Choice choose(Visit visit) {
    int[] open = visit.open().stream().toArray();
    SplittableRandom random = new SplittableRandom(visit.luckKey());
    int size = Math.min(visit.pageSize(), open.length);
    int[] videos = new int[size];
    double[] propensities = new double[size];
    for (int place = 0; place < size; place++) {
      int left = open.length - place;
      int drawn = place + random.nextInt(left);
      videos[place] = open[drawn];
      open[drawn] = open[place];
      propensities[place] = 1.0 / left;
    }
    return new Choice(videos, propensities);
  }
}
