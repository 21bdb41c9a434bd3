package watchnext.index;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * k-means on the unit sphere: each vector belongs to the centroid with the largest inner product, a
 * centroid is the mean of its vectors, scaled to length one. Assignments compare {@link ByteCodes},
 * which is four times faster and as good for the purpose; means are taken of the floats.
 *
 * <p>Trained on a sample. A centroid that loses all its vectors moves to a random one. Cost: sample
 * × centroids × iterations inner products. Reference: [dhillon2001].
 *
 * <p><i>Confined; with several threads, each assigns a part of the vectors, and the result does not
 * depend on their number.</i>
 */
final class SphericalKMeans {

  /** Vectors of the sample per centroid. */
  private static final int SAMPLE = 64;

  private static final int CHUNK = 4096;

  private final Matrix vectors;
  private final CellConfig config;
  private final Matrix centroids;
  private final ByteCodes scales;
  private final byte[] codes;
  private final int slots;

  private SphericalKMeans(Matrix vectors, CellConfig config) {
    this.vectors = vectors;
    this.config = config;
    this.centroids = new Matrix(config.cells(), vectors.columns());
    this.scales = ByteCodes.forLargest(vectors.columns(), 1);
    this.slots =
        (config.cells() + Kernels.CODE_BLOCK - 1) / Kernels.CODE_BLOCK * Kernels.CODE_BLOCK;
    this.codes = scales.allocate(slots);
  }

  /**
   * The cell of every vector.
   *
   * @param centroids one per cell, unit vectors
   * @param cellOf the cell of each ordinal
   */
  record Result(Matrix centroids, int[] cellOf) {}

  /** Divides {@code vectors}; there must be at least as many as cells. */
  static Result divide(
      Matrix vectors, CellConfig config, BuildListener listener, RandomGenerator random) {
    SphericalKMeans means = new SphericalKMeans(vectors, config);
    int[] sample = means.sample(random);
    for (int c = 0; c < config.cells(); c++) {
      means.place(c, sample[c]);
    }
    int steps = config.iterations() + 1;
    for (int i = 0; i < config.iterations(); i++) {
      means.update(sample, means.assign(sample), random);
      listener.progress((int) ((long) vectors.rows() * (i + 1) / steps), vectors.rows());
    }
    int[] all = IntStream.range(0, vectors.rows()).toArray();
    Result result = new Result(means.centroids, means.assign(all));
    listener.progress(vectors.rows(), vectors.rows());
    return result;
  }

  /** Distinct random ordinals: the first places of a shuffle. */
  private int[] sample(RandomGenerator random) {
    int[] ordinals = IntStream.range(0, vectors.rows()).toArray();
    int count = Math.min(ordinals.length, Math.multiplyExact(SAMPLE, config.cells()));
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i, ordinals.length);
      int swapped = ordinals[i];
      ordinals[i] = ordinals[j];
      ordinals[j] = swapped;
    }
    return Arrays.copyOf(ordinals, count);
  }

  private void place(int cell, int ordinal) {
    System.arraycopy(
        vectors.data(),
        vectors.offset(ordinal),
        centroids.data(),
        centroids.offset(cell),
        vectors.columns());
  }

  /** The best centroid of each of {@code ordinals}. */
  private int[] assign(int[] ordinals) {
    for (int c = 0; c < config.cells(); c++) {
      scales.encode(centroids.data(), centroids.offset(c), codes, c);
    }
    int[] cells = new int[ordinals.length];
    int chunks = (ordinals.length + CHUNK - 1) / CHUNK;
    IntStream chunkNumbers = IntStream.range(0, chunks);
    (config.threads() > 1 ? chunkNumbers.parallel() : chunkNumbers)
        .forEach(
            chunk ->
                assign(
                    ordinals,
                    chunk * CHUNK,
                    Math.min(ordinals.length, (chunk + 1) * CHUNK),
                    cells));
    return cells;
  }

  private void assign(int[] ordinals, int from, int to, int[] cells) {
    short[] query = new short[vectors.columns()];
    short[] scores = new short[slots];
    int[] hits = new int[slots / Kernels.CODE_BLOCK];
    for (int i = from; i < to; i++) {
      scales.encodeQuery(vectors.data(), vectors.offset(ordinals[i]), 1, query);
      Kernels.BEST.dotCodeBlocks(
          query,
          codes,
          ByteCodes.PADDING,
          vectors.columns(),
          hits.length,
          Short.MAX_VALUE,
          scores,
          hits);
      int best = 0;
      for (int c = 1; c < config.cells(); c++) {
        if (scores[c] > scores[best]) {
          best = c;
        }
      }
      cells[i] = best;
    }
  }

  private void update(int[] sample, int[] cells, RandomGenerator random) {
    int d = vectors.columns();
    double[] sums = new double[config.cells() * d];
    for (int i = 0; i < sample.length; i++) {
      int from = vectors.offset(sample[i]);
      for (int a = 0; a < d; a++) {
        sums[cells[i] * d + a] += vectors.data()[from + a];
      }
    }
    for (int c = 0; c < config.cells(); c++) {
      double squared = 0;
      for (int a = 0; a < d; a++) {
        squared += sums[c * d + a] * sums[c * d + a];
      }
      if (squared < 1e-12) {
        place(c, sample[random.nextInt(sample.length)]);
        continue;
      }
      for (int a = 0; a < d; a++) {
        centroids.set(c, a, (float) (sums[c * d + a] / Math.sqrt(squared)));
      }
    }
  }
}
