package watchnext.ranking;

import java.util.List;
import watchnext.feature.History;
import watchnext.math.Kernels;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * Similarities of a video to the user's latest good watches: their sum and the largest, each
 * divided by the same figure of the user's best video. 0 without a history.
 *
 * <p>Shares, because similarities grow with the days that were counted, and rankers learn with
 * neighbours of fewer days than in serving. A video newer than the model has 0. Cost: watches ×
 * neighbours for a request, then a look-up a video. <i>Immutable.</i>
 */
public final class NeighbourScorer implements PairScorer {

  private final ItemNeighbours model;
  private final int watches;

  /**
   * Compares with the last {@code watches} videos.
   *
   * @param watches how many of the user's good watches to compare with, at least 1
   */
  public NeighbourScorer(ItemNeighbours model, int watches) {
    Require.atLeast("watches", watches, 1);
    this.model = model;
    this.watches = watches;
  }

  @Override
  public List<String> names() {
    return List.of("neighbours.sum", "neighbours.largest");
  }

  @Override
  public VideoScorer prepare(Asked asked) {
    History history = asked.history();
    float[] sums = new float[model.size()];
    float[] largest = new float[model.size()];
    for (int h = Math.max(0, history.size() - watches); h < history.size(); h++) {
      int watched = history.video(h);
      for (int i = 0; watched < model.size() && i < model.count(watched); i++) {
        int neighbour = model.neighbour(watched, i);
        float similarity = model.similarity(watched, i);
        sums[neighbour] += similarity;
        largest[neighbour] = Math.max(largest[neighbour], similarity);
      }
    }
    float mostSum = most(sums);
    float mostLargest = most(largest);
    return (video, out, offset) -> {
      boolean isKnown = video < sums.length;
      out[offset] = isKnown ? sums[video] / mostSum : 0;
      out[offset + 1] = isKnown ? largest[video] / mostLargest : 0;
    };
  }

  /** The largest value; 1 where all are 0. */
  private static float most(float[] values) {
    float most = Kernels.BEST.max(values, 0, values.length);
    return most > 0 ? most : 1;
  }
}
