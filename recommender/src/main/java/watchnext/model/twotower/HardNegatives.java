package watchnext.model.twotower;

import java.util.random.RandomGenerator;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.TopK;

/**
 * Negatives that are hard to tell from the positive of a row: videos that came {@value
 * #FIRST_RANK}th to {@value #LAST_RANK}th nearest to it at the start of the epoch. The very nearest
 * are left alone: many of them are videos that the user would have liked as well. Huang et al.,
 * Embedding-based Retrieval in Facebook Search, KDD 2020 [huang2020].
 *
 * <p>Neighbours are looked for among at most {@value #MOST} videos, drawn anew each epoch as
 * uniform negatives are, so that cost and memory do not grow with the catalogue; ranks shrink in
 * proportion. Cost of a draw: one inner product with each of them. <i>Confined: one thread at a
 * time.</i>
 */
final class HardNegatives {

  private static final int FIRST_RANK = 50;
  private static final int LAST_RANK = 500;
  private static final int MOST = 8192;
  private static final Kernels KERNELS = Kernels.BEST;

  private final TwoTowerData data;
  private final NegativePool pool;
  private final int dimension;
  private final int[] videos;
  private final Matrix vectors;
  private final float[] scores;
  private final int first;
  private final int last;
  private DenseTower tower;

  /**
   * No neighbours yet: {@link #refresh} comes first.
   *
   * @param pool videos among which neighbours are drawn
   */
  HardNegatives(TwoTowerData data, NegativePool pool, DenseTower tower) {
    this.data = data;
    this.pool = pool;
    this.tower = tower;
    this.dimension = tower.dimension();
    int all = data.content().size();
    int size = Math.min(MOST, all);
    this.videos = new int[size];
    this.vectors = new Matrix(size, dimension);
    this.scores = new float[size];
    this.first = Math.min(size - 1, (int) ((long) FIRST_RANK * size / all));
    this.last = Math.min(size - 1, Math.max(first, (int) ((long) LAST_RANK * size / all)));
  }

  /** Takes the videos and their vectors of now. */
  void refresh(SharedEmbeddings embeddings, DenseTower newTower, RandomGenerator random) {
    tower = newTower;
    for (int i = 0; i < videos.length; i++) {
      videos[i] = videos.length == data.content().size() ? i : pool.draw(random);
    }
    encode(embeddings, videos, vectors);
  }

  private void encode(SharedEmbeddings embeddings, int[] which, Matrix out) {
    Matrix input = new Matrix(which.length, tower.width());
    for (int i = 0; i < which.length; i++) {
      int at = input.offset(i);
      embeddings.represent(which[i], input.data(), at);
      for (int k = 0; k < data.content().denseWidth(); k++) {
        input.data()[at + dimension + k] = data.content().dense(which[i], k);
      }
    }
    tower.forward(input, which.length, out, 0);
  }

  /** A hard negative for each of {@code positives}. */
  int[] draw(SharedEmbeddings embeddings, int[] positives, RandomGenerator random) {
    Matrix queries = new Matrix(positives.length, dimension);
    encode(embeddings, positives, queries);
    int[] drawn = new int[positives.length];
    for (int i = 0; i < drawn.length; i++) {
      int from = queries.offset(i);
      KERNELS.dotRange(
          queries.data(), from, vectors.data(), 0, videos.length, dimension, scores, 0);
      int rank = first + random.nextInt(last - first + 1);
      drawn[i] = videos[atRank(rank)];
    }
    return drawn;
  }

  private int atRank(int rank) {
    TopK best = new TopK(rank + 1);
    for (int i = 0; i < scores.length; i++) {
      best.offer(i, scores[i]);
    }
    int[] places = new int[best.size()];
    best.drain(places, new float[places.length]);
    return places[places.length - 1];
  }
}
