package watchnext.benchmarks;

import java.util.SplittableRandom;
import watchnext.math.Matrix;
import watchnext.math.UnitVectors;

/**
 * Vectors that lie as those of a recommender do: topics of Zipf popularity; a video mixes two of
 * them, a user one to four, and both have a part of their own.
 *
 * <p>With topics T (unit vectors), video = w·T_a + (1 − w)·T_b + own part, w uniform in [0, 1);
 * user = sum over her topics with weights uniform in [0.2, 1); both scaled to length one. Topics
 * and own parts are Gaussian with a spread of 1/√(a + 1) on axis a, for the spectrum of embeddings
 * decays; an own part's expected length is {@link #OWN_PART}. With these, a graph with m = 16 and
 * efConstruction = 200 finds about as much as in published comparisons on such vectors: .98 of 100
 * with ef = 100 and .99 of 500 with ef = 500, among 100,000.
 *
 * <p><i>Stateless: same seed, same vectors.</i>
 */
public final class RecommenderVectors {

  /** Length of a vector. */
  public static final int DIMENSION = 64;

  private static final int TOPICS = 200;
  private static final double OWN_PART = 0.5;
  private static final long TOPIC_SEED = 200;

  private final float[][] topics = new float[TOPICS][];
  private final double[] cumulative = new double[TOPICS];

  private RecommenderVectors() {
    SplittableRandom random = new SplittableRandom(TOPIC_SEED);
    double sum = 0;
    for (int t = 0; t < TOPICS; t++) {
      float[] topic = new float[DIMENSION];
      addGaussian(topic, 1, random);
      topics[t] = UnitVectors.normalised(topic, t, DIMENSION);
      sum += 1.0 / (t + 1);
      cumulative[t] = sum;
    }
  }

  /** Unit vectors of videos, one per row. */
  public static Matrix videos(int count, long seed) {
    RecommenderVectors world = new RecommenderVectors();
    SplittableRandom random = new SplittableRandom(seed);
    Matrix result = new Matrix(count, DIMENSION);
    for (int r = 0; r < count; r++) {
      double first = random.nextDouble();
      float[] video = new float[DIMENSION];
      world.add(video, world.topic(random), first);
      world.add(video, world.topic(random), 1 - first);
      addGaussian(video, OWN_PART, random);
      System.arraycopy(
          UnitVectors.normalised(video, r, DIMENSION),
          0,
          result.data(),
          result.offset(r),
          DIMENSION);
    }
    return result;
  }

  /** Unit vectors of users, one per row. */
  public static Matrix users(int count, long seed) {
    RecommenderVectors world = new RecommenderVectors();
    SplittableRandom random = new SplittableRandom(seed);
    Matrix result = new Matrix(count, DIMENSION);
    for (int r = 0; r < count; r++) {
      float[] user = new float[DIMENSION];
      for (int tastes = random.nextInt(1, 5); tastes > 0; tastes--) {
        world.add(user, world.topic(random), random.nextDouble(0.2, 1));
      }
      System.arraycopy(
          UnitVectors.normalised(user, r, DIMENSION),
          0,
          result.data(),
          result.offset(r),
          DIMENSION);
    }
    return result;
  }

  private int topic(SplittableRandom random) {
    double at = random.nextDouble(cumulative[TOPICS - 1]);
    int t = 0;
    while (cumulative[t] < at) {
      t++;
    }
    return t;
  }

  private void add(float[] to, int topic, double weight) {
    for (int i = 0; i < DIMENSION; i++) {
      to[i] += (float) (weight * topics[topic][i]);
    }
  }

  private static void addGaussian(float[] to, double length, SplittableRandom random) {
    double squared = 0;
    for (int i = 0; i < DIMENSION; i++) {
      squared += 1.0 / (i + 1);
    }
    for (int i = 0; i < DIMENSION; i++) {
      double spread = length / Math.sqrt(squared * (i + 1));
      to[i] += (float) (spread * random.nextGaussian());
    }
  }
}
