package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

class HardNegativesTest {

  private static final int D = 8;

  @Test
  void theyRankFiftiethToFiveHundredthNearestToThePositive() {
    TwoTowerData data = PlantedWatches.of(3).data();
    int videos = PlantedWatches.VIDEOS;
    boolean[] seen = new boolean[videos];
    Arrays.fill(seen, true);
    SplittableRandom random = new SplittableRandom(4);
    SharedEmbeddings embeddings = new SharedEmbeddings(data.content(), seen, D, 1, random);
    DenseTower tower = new NoLayers(D + data.content().denseWidth(), D).export();
    HardNegatives hard = new HardNegatives(data, NegativePool.of(data), tower);
    hard.refresh(embeddings, tower, random);
    Matrix vectors = new Matrix(videos, D);
    for (int v = 0; v < videos; v++) {
      embeddings.represent(v, vectors.data(), vectors.offset(v));
      DenseTower.normalize(vectors.data(), vectors.offset(v), D);
    }
    int[] positives = {0, 17, 99, 200};
    for (int draw = 0; draw < 20; draw++) {
      int[] negatives = hard.draw(embeddings, positives, random);
      for (int i = 0; i < positives.length; i++) {
        // The video itself is the nearest, at rank 0; of 240 videos none ranks beyond 239.
        assertThat(rank(vectors, positives[i], negatives[i])).isBetween(50, 239);
      }
    }
  }

  private static int rank(Matrix vectors, int query, int video) {
    float wanted = score(vectors, query, video);
    int rank = 0;
    for (int v = 0; v < vectors.rows(); v++) {
      rank += score(vectors, query, v) > wanted ? 1 : 0;
    }
    return rank;
  }

  private static float score(Matrix vectors, int a, int b) {
    return Kernels.BEST.dot(
        vectors.data(), vectors.offset(a), vectors.data(), vectors.offset(b), D);
  }
}
