package watchnext.index;

import java.util.SplittableRandom;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;

/** Vectors for the tests of this room. */
final class IndexFixtures {

  private IndexFixtures() {}

  /** Unit vectors around {@code clusters} centres, as embeddings lie. */
  static Matrix clustered(int rows, int dimension, int clusters, SplittableRandom random) {
    Matrix centres = gaussian(clusters, dimension, random);
    Matrix result = new Matrix(rows, dimension);
    for (int r = 0; r < rows; r++) {
      int cluster = random.nextInt(clusters);
      for (int c = 0; c < dimension; c++) {
        float noise = (float) (0.7 * random.nextGaussian());
        result.set(r, c, centres.get(cluster, c) + noise);
      }
    }
    return UnitVectors.normalised(result);
  }

  /** Vectors in all directions, not normalised. */
  static Matrix gaussian(int rows, int dimension, SplittableRandom random) {
    Matrix result = new Matrix(rows, dimension);
    for (int i = 0; i < result.data().length; i++) {
      result.data()[i] = (float) random.nextGaussian();
    }
    return result;
  }

  /** {@code n} points on the unit circle, counter-clockwise from (1, 0). */
  static Matrix circle(int n) {
    Matrix result = new Matrix(n, 2);
    for (int i = 0; i < n; i++) {
      result.set(i, 0, (float) Math.cos(2 * Math.PI * i / n));
      result.set(i, 1, (float) Math.sin(2 * Math.PI * i / n));
    }
    return result;
  }
}
