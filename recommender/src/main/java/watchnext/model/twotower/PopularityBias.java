package watchnext.model.twotower;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import watchnext.feature.VideoContent;
import watchnext.math.Kernels;

/**
 * How far a model's scores follow popularity: Spearman's rank correlation between how often a video
 * is the positive of an example and its mean score over the users of the last epoch, which is the
 * inner product with the mean user. 1 when all users see videos in the order of popularity, near 0
 * when scores do not know of it, below when popular videos are pushed away, as happens without the
 * correction for sampling ({@link LogQ}).
 *
 * <p>Over at most {@value #MOST} videos, spread evenly over those met in training.
 * <i>Stateless.</i>
 */
final class PopularityBias {

  private static final int MOST = 10_000;

  private PopularityBias() {}

  /**
   * The correlation; 0 when there are fewer than two videos.
   *
   * @param meanUser mean of the user tower's outputs
   */
  static double of(TwoTower model, TwoTowerData data, float[] meanUser) {
    VideoContent content = data.content();
    double[] counts = new double[content.size()];
    for (int i = 0; i < data.examples().size(); i++) {
      counts[data.examples().video(i)]++;
    }
    int[] met = IntStream.range(0, counts.length).filter(v -> counts[v] > 0).toArray();
    int size = Math.min(MOST, met.length);
    double[] popularity = new double[size];
    double[] scores = new double[size];
    float[] vector = new float[model.dimension()];
    float[] mean = new float[model.dimension()];
    model.popularity().user(meanUser, mean);
    for (int i = 0; i < size; i++) {
      int video = met[(int) ((long) i * met.length / size)];
      model.encodeVideo(video, content, vector);
      popularity[i] = counts[video];
      scores[i] = Kernels.BEST.dot(vector, 0, mean, 0, vector.length);
    }
    if (size < 2 || Arrays.stream(popularity).distinct().count() == 1) {
      return 0;
    }
    return new SpearmansCorrelation().correlation(popularity, scores);
  }
}
