package watchnext.model.neighbours;

import java.util.Arrays;
import watchnext.dataset.Interactions;
import watchnext.math.ParallelRanges;
import watchnext.math.TopK;

/**
 * Finds for each video i the videos j that the same users watched. Step 4, run by the nightly
 * rebuild.
 *
 * <pre>
 *   s(i, j) = Σ_{u watched i and j} |I_u|^−a / (|U_i|^(1−b) |U_j|^b + shrinkage)      s(i, i) = 0
 * </pre>
 *
 * <p>With a = 0, b = ½ and no shrinkage this is the cosine of the columns. The N largest of each i
 * are kept. Counting goes user by user from the videos of i, so that pairs nobody watched cost
 * nothing: O(Σ_u |I_u|²) in all, plus a pass over the catalog for each video.
 *
 * <p>References: Sarwar et al., Item-Based Collaborative Filtering, WWW 2001 [sarwar2001]; Aiolli,
 * Efficient Top-N Recommendation for Very Large Scale Binary Rated Datasets, RecSys 2013
 * [aiolli2013] for b. <i>Stateless.</i>
 */
public final class NeighboursTrainer {

  private static final int BLOCK = 64;

  private NeighboursTrainer() {}

  /** Counts pairs and keeps the best. */
  public static ItemNeighbours train(Interactions watches, NeighboursConfig config) {
    Interactions byVideo = watches.transposed();
    int videos = watches.columns();
    int[][] neighbours = new int[videos][];
    float[][] similarities = new float[videos][];
    ParallelRanges.run(
        videos,
        BLOCK,
        config.threads(),
        () -> {
          TrainingRow row = new TrainingRow(watches, byVideo, config);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              int found = row.fill(i);
              neighbours[i] = Arrays.copyOf(row.ordinals, found);
              similarities[i] = Arrays.copyOf(row.scores, found);
            }
          };
        });
    return ItemNeighbours.of(neighbours, similarities);
  }

  /** The similarities of one video, in scratch memory that the next one takes over. */
  private static final class TrainingRow {
    private final Interactions byUser;
    private final Interactions byVideo;
    private final NeighboursConfig config;
    private final double[] userWeights;
    private final float[] together;
    private final TopK best;
    private final int[] ordinals;
    private final float[] scores;

    TrainingRow(Interactions byUser, Interactions byVideo, NeighboursConfig config) {
      this.byUser = byUser;
      this.byVideo = byVideo;
      this.config = config;
      this.userWeights = new double[byUser.rows()];
      for (int u = 0; u < userWeights.length; u++) {
        userWeights[u] = Math.pow(byUser.count(u), -config.userExponent());
      }
      int most = Math.min(config.neighbours(), byVideo.rows());
      this.together = new float[byVideo.rows()];
      this.best = new TopK(most);
      this.ordinals = new int[most];
      this.scores = new float[most];
    }

    int fill(int i) {
      Arrays.fill(together, 0);
      for (int p = byVideo.start(i); p < byVideo.end(i); p++) {
        int user = byVideo.column(p);
        float weight = (float) userWeights[user];
        for (int q = byUser.start(user); q < byUser.end(user); q++) {
          together[byUser.column(q)] += weight;
        }
      }
      together[i] = 0;
      double own = Math.pow(byVideo.count(i), 1 - config.asymmetry());
      for (int j = 0; j < together.length; j++) {
        if (together[j] > 0) {
          double other = Math.pow(byVideo.count(j), config.asymmetry());
          best.offer(j, (float) (together[j] / (own * other + config.shrinkage())));
        }
      }
      return best.drain(ordinals, scores);
    }
  }
}
