package watchnext.model.twotower;

import java.util.Arrays;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;
import watchnext.math.ParallelRanges;

/**
 * The loss: a softmax over the videos that happen to be in the batch, in place of all there are.
 *
 * <p>Row {@code i} has user vector {@code u_i}; column {@code j} has video vector {@code v_j}; the
 * positive of row {@code i} is column {@code i}. With {@code c_j} the number of times that video
 * {@code j} is expected in a batch,
 *
 * <pre>{@code
 * z_ij = <u_i, v_j> / temperature - log c_j
 * loss = mean over i of  log(sum over j of exp(z_ij)) - z_ii
 * }</pre>
 *
 * <p>Dividing by {@code c_j} makes the sum an unbiased estimate of the sum over all videos, so the
 * gradient is near that of the full softmax. Columns that are the row's own positive by accident,
 * and those that the caller masks, are left out.
 *
 * <p>Shapes: users rows × d, videos columns × d with columns at least rows. Cost: 6 · rows ·
 * columns · d flops, and one {@code exp} an entry, in blocks of {@value #BLOCK} rows that stay in
 * the cache. Reference: [yi2019]. <i>Confined: one thread at a time.</i>
 */
final class SampledSoftmax {

  private static final int BLOCK = 64;

  /**
   * Stretches of rows with sums of their own, so that any number of threads gives the same bits.
   */
  private static final int SLICES = 4;

  private static final Kernels KERNELS = Kernels.BEST;

  /**
   * What is left out of a batch's softmax and how its columns are corrected.
   *
   * @param logCounts log of the expected count of each column's video; zeros for no correction
   * @param maskOffsets where the masked columns of each row begin in {@code maskColumns}
   * @param maskColumns columns left out
   */
  record Corrections(float[] logCounts, int[] maskOffsets, int[] maskColumns) {}

  private final int threads;
  private final int sliceRows;
  private final Matrix userGradient;
  private final Matrix[] videoGradients;
  private final float[] transposed;
  private final float[] offsets;
  private final float[][] logits;
  private final Matrix[] weighted;
  private final float[][] rowWeights = new float[SLICES][BLOCK];
  private final double[] losses = new double[SLICES];
  private final int stride;

  /** Room for batches of exactly this shape, worked on by up to {@value #SLICES} threads. */
  SampledSoftmax(int rows, int columns, int dimension, int threads) {
    this.threads = threads;
    this.sliceRows = (rows + SLICES * 4 - 1) / (SLICES * 4) * 4;
    this.userGradient = new Matrix(rows, dimension);
    // An odd number of cache lines a row: with a power of two, a column of the matrix would fall
    // into one set of the cache.
    this.stride = (columns + 31) / 32 * 32 + 16;
    this.transposed = new float[Math.multiplyExact(stride, dimension)];
    this.offsets = new float[columns];
    this.videoGradients = new Matrix[SLICES];
    this.logits = new float[SLICES][BLOCK * stride];
    this.weighted = new Matrix[SLICES];
    for (int slice = 0; slice < SLICES; slice++) {
      videoGradients[slice] = new Matrix(columns, dimension);
      weighted[slice] = new Matrix(BLOCK, dimension);
    }
  }

  /** Gradient of the loss by the user vectors, after {@link #backward}. */
  Matrix userGradient() {
    return userGradient;
  }

  /** Gradient of the loss by the video vectors, after {@link #backward}. */
  Matrix videoGradient() {
    return videoGradients[0];
  }

  /**
   * The loss and its gradients.
   *
   * @param scale 1 / temperature
   */
  double backward(Matrix users, Matrix videos, float scale, Corrections corrections) {
    Arrays.fill(userGradient.data(), 0);
    transpose(videos, scale);
    for (int j = 0; j < offsets.length; j++) {
      offsets[j] = -corrections.logCounts()[j];
    }
    ParallelRanges.run(
        SLICES, 1, threads, () -> (from, to) -> runSlice(from, users, videos, scale, corrections));
    double loss = 0;
    Matrix sum = videoGradients[0];
    for (int slice = 0; slice < SLICES; slice++) {
      loss += losses[slice];
      if (slice > 0) {
        KERNELS.axpy(1, videoGradients[slice].data(), 0, sum.data(), 0, sum.data().length);
      }
    }
    return loss / users.rows();
  }

  private void transpose(Matrix videos, float scale) {
    int d = videos.columns();
    for (int j = 0; j < videos.rows(); j++) {
      int from = videos.offset(j);
      for (int k = 0; k < d; k++) {
        transposed[k * stride + j] = scale * videos.data()[from + k];
      }
    }
  }

  private void runSlice(
      int slice, Matrix users, Matrix videos, float scale, Corrections corrections) {
    Arrays.fill(videoGradients[slice].data(), 0);
    losses[slice] = 0;
    int end = Math.min(users.rows(), (slice + 1) * sliceRows);
    for (int first = slice * sliceRows; first < end; first += BLOCK) {
      int rows = Math.min(BLOCK, end - first);
      logits(slice, users, first, rows, corrections);
      losses[slice] += exponentials(slice, users, first, rows, scale);
      gradients(slice, users, videos, first, rows);
    }
  }

  private void logits(int slice, Matrix users, int first, int rows, Corrections corrections) {
    float[] z = logits[slice];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(offsets, 0, z, i * stride, offsets.length);
    }
    KERNELS.multiplyAdd(
        Panel.of(users, first),
        new Panel(transposed, 0, stride, 1),
        new Panel(z, 0, stride, 1),
        rows,
        offsets.length,
        users.columns());
    for (int i = 0; i < rows; i++) {
      int row = first + i;
      for (int m = corrections.maskOffsets()[row]; m < corrections.maskOffsets()[row + 1]; m++) {
        z[i * stride + corrections.maskColumns()[m]] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /**
   * Turns logits into e = exp(z - max) and writes each row's user vector, times what makes e the
   * gradient of the loss by {@code <u_i, v_j>}; returns the summed loss.
   */
  private double exponentials(int slice, Matrix users, int first, int rows, float scale) {
    float[] z = logits[slice];
    int d = users.columns();
    Matrix scaled = weighted[slice];
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      int at = i * stride;
      float positive = z[at + first + i];
      float max = KERNELS.max(z, at, offsets.length);
      float sum = KERNELS.expSum(max, z, at, offsets.length);
      loss += Math.log(sum) + max - positive;
      float weight = scale / (userGradient.rows() * sum);
      System.arraycopy(users.data(), users.offset(first + i), scaled.data(), i * d, d);
      KERNELS.scale(weight, scaled.data(), i * d, d);
      // In units of the sum, the positive's probability less 1.
      z[at + first + i] -= sum;
      rowWeights[slice][i] = weight;
    }
    return loss;
  }

  private void gradients(int slice, Matrix users, Matrix videos, int first, int rows) {
    int columns = videos.rows();
    int d = users.columns();
    Panel block = new Panel(logits[slice], 0, stride, 1);
    KERNELS.multiplyAdd(block, Panel.of(videos), Panel.of(userGradient, first), rows, d, columns);
    for (int i = 0; i < rows; i++) {
      KERNELS.scale(rowWeights[slice][i], userGradient.data(), userGradient.offset(first + i), d);
    }
    Panel scaled = Panel.of(weighted[slice]);
    KERNELS.multiplyAdd(
        block.transposed(), scaled, Panel.of(videoGradients[slice]), columns, d, rows);
  }
}
