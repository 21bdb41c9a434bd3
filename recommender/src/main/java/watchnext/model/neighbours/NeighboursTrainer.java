package watchnext.model.neighbours;

import java.util.Arrays;
import watchnext.dataset.Interactions;
import watchnext.math.ParallelRanges;
import watchnext.model.neighbours.NeighboursConfig.Owner;

/**
 * Finds for each watched video i the candidates j that the same users watched. Step 4, run by the
 * nightly rebuild.
 *
 * <pre>
 *   s(i, j) = Σ_{u watched i and j} |I_u|^−a / (|U_i|^(1−b) |U_j|^b + shrinkage)      s(i, i) = 0
 * </pre>
 *
 * <p>With a = 0, b = ½ and no shrinkage this is the cosine of the columns. The N largest are kept,
 * of each i or of each j ({@link Owner}), and divided by (their sum)^c. A list of each candidate is
 * the k-nearest-neighbours rule of the literature: a score is a sum over those of the N that the
 * user watched. Either way the result has a row for each watched video.
 *
 * <p>Counting goes user by user from the videos of the owner, so that pairs nobody watched cost
 * nothing: O(Σ_u |I_u|²) in all.
 *
 * <p>References: Sarwar et al., Item-Based Collaborative Filtering, WWW 2001 [sarwar2001]; Aiolli,
 * Efficient Top-N Recommendation for Very Large Scale Binary Rated Datasets, RecSys 2013
 * [aiolli2013] for b and for lists of candidates. <i>Stateless.</i>
 */
public final class NeighboursTrainer {

  private static final int BLOCK = 64;

  private NeighboursTrainer() {}

  /** Counts pairs and keeps the best. */
  public static ItemNeighbours train(Interactions watches, NeighboursConfig config) {
    PairWeights pairs = new PairWeights(watches, config);
    int videos = watches.columns();
    int[][] neighbours = new int[videos][];
    float[][] similarities = new float[videos][];
    ParallelRanges.run(
        videos,
        BLOCK,
        config.threads(),
        () -> {
          NeighbourList list = new NeighbourList(pairs, config);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              int found = list.fill(i);
              neighbours[i] = Arrays.copyOf(list.ordinals(), found);
              similarities[i] = Arrays.copyOf(list.similarities(), found);
            }
          };
        });
    ItemNeighbours lists = ItemNeighbours.of(neighbours, similarities);
    return config.owner() == Owner.WATCHED ? lists : lists.transposed();
  }
}
