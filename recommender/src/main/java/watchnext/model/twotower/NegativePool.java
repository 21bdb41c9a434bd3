package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.catalog.Video;
import watchnext.dataset.NextWatchExamples;

/**
 * Where the negatives that no row brings are drawn from: every video in proportion to the share of
 * the examples at whose time it could have been shown. A video uploaded after all of them is never
 * drawn, one uploaded late seldom: nobody passed it over, it was not there.
 *
 * <p>Drawing costs O(log videos). <i>Immutable.</i>
 */
final class NegativePool {

  private final double[] cumulated;

  private NegativePool(double[] cumulated) {
    this.cumulated = cumulated;
  }

  /** The pool of the videos of {@code data}. */
  static NegativePool of(TwoTowerData data) {
    NextWatchExamples examples = data.examples();
    double[] cumulated = new double[data.content().size()];
    double sum = 0;
    for (int video = 0; video < cumulated.length; video++) {
      Video known = data.catalog().video(video);
      int before = firstAtOrAfter(examples, known.uploadedEpochSecond());
      sum += (examples.size() - before) / (double) examples.size();
      cumulated[video] = sum;
    }
    return new NegativePool(cumulated);
  }

  private static int firstAtOrAfter(NextWatchExamples examples, long epochSecond) {
    int low = 0;
    int high = examples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (examples.epochSecond(middle) < epochSecond) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Draws a video. */
  int draw(RandomGenerator random) {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    // The first sum above the point; videos of weight 0 share their sum with the one before.
    int video = found >= 0 ? found + 1 : -found - 1;
    while (video < cumulated.length - 1 && probability(video) == 0) {
      video++;
    }
    return Math.min(video, cumulated.length - 1);
  }

  /** Probability that a draw gives {@code video}. */
  double probability(int video) {
    double below = video == 0 ? 0 : cumulated[video - 1];
    return (cumulated[video] - below) / cumulated[cumulated.length - 1];
  }
}
