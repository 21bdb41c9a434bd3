package watchnext.model.twotower;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;

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
 * <p>{@link LogQ#NEGATIVES} leaves {@code log c_i} out of {@code z_ii}: the positive was not
 * sampled. The paper writes this as a loss over the negatives alone, each row weighted by {@code 1
 * - P(positive)}; the gradient of that is the one computed here.
 *
 * <p>Shapes: users rows × d, videos columns × d with columns at least rows. Cost: 6 · rows ·
 * columns · d flops, and one {@code exp} an entry, in blocks of {@value #BLOCK} rows that stay in
 * the cache. References: [yi2019], [khrylchenko2025]. <i>Confined: one thread at a time.</i>
 */
final class SampledSoftmax {

  private static final int BLOCK = 64;
  private static final Kernels KERNELS = Kernels.BEST;

  /**
   * What is left out of a batch's softmax and how its columns are corrected.
   *
   * @param logCounts log of the expected count of each column's video; zeros for no correction
   * @param correctPositive whether the positive's logit is corrected too
   * @param maskOffsets where the masked columns of each row begin in {@code maskColumns}
   * @param maskColumns columns left out
   */
  record Corrections(
      float[] logCounts, boolean correctPositive, int[] maskOffsets, int[] maskColumns) {}

  private final Matrix userGradient;
  private final Matrix videoGradient;
  private final float[] transposed;
  private final float[] logits;
  private final int stride;
  private double logScaleGradient;

  /** Room for batches of exactly this shape. */
  SampledSoftmax(int rows, int columns, int dimension) {
    this.userGradient = new Matrix(rows, dimension);
    this.videoGradient = new Matrix(columns, dimension);
    // An odd number of cache lines a row: with a power of two, a column of the matrix would fall
    // into one set of the cache.
    this.stride = (columns + 15) / 16 * 16 + 16;
    this.transposed = new float[Math.multiplyExact(stride, dimension)];
    this.logits = new float[BLOCK * columns];
  }

  /** Gradient of the loss by the user vectors, after {@link #backward}. */
  Matrix userGradient() {
    return userGradient;
  }

  /** Gradient of the loss by the video vectors, after {@link #backward}. */
  Matrix videoGradient() {
    return videoGradient;
  }

  /** Gradient of the loss by log(1 / temperature), after {@link #backward}. */
  double logScaleGradient() {
    return logScaleGradient;
  }

  /**
   * The loss and its gradients.
   *
   * @param scale 1 / temperature
   */
  double backward(Matrix users, Matrix videos, float scale, Corrections corrections) {
    java.util.Arrays.fill(userGradient.data(), 0);
    java.util.Arrays.fill(videoGradient.data(), 0);
    transpose(videos, scale);
    double loss = 0;
    for (int first = 0; first < users.rows(); first += BLOCK) {
      int rows = Math.min(BLOCK, users.rows() - first);
      logits(users, first, rows, corrections);
      loss += softmax(first, rows, scale);
      gradients(users, videos, first, rows);
    }
    // s_ij = scale * <u_i, v_j>, so d loss / d log scale = sum of g_ij s_ij = sum of <u_i, du_i>.
    logScaleGradient = 0;
    int d = users.columns();
    for (int i = 0; i < users.rows(); i++) {
      int at = users.offset(i);
      logScaleGradient += KERNELS.dot(users.data(), at, userGradient.data(), at, d);
    }
    return loss / users.rows();
  }

  private void transpose(Matrix videos, float scale) {
    for (int j = 0; j < videos.rows(); j++) {
      for (int k = 0; k < videos.columns(); k++) {
        transposed[k * stride + j] = scale * videos.get(j, k);
      }
    }
  }

  private void logits(Matrix users, int first, int rows, Corrections corrections) {
    int columns = videoGradient.rows();
    for (int i = 0; i < rows; i++) {
      int at = i * columns;
      System.arraycopy(corrections.logCounts(), 0, logits, at, columns);
      KERNELS.scale(-1, logits, at, columns);
    }
    KERNELS.multiplyAdd(
        Panel.of(users, first),
        new Panel(transposed, 0, stride, 1),
        new Panel(logits, 0, columns, 1),
        rows,
        columns,
        users.columns());
    for (int i = 0; i < rows; i++) {
      int row = first + i;
      if (!corrections.correctPositive()) {
        logits[i * columns + row] += corrections.logCounts()[row];
      }
      for (int m = corrections.maskOffsets()[row]; m < corrections.maskOffsets()[row + 1]; m++) {
        logits[i * columns + corrections.maskColumns()[m]] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /** Turns logits into the loss's gradient by {@code <u_i, v_j>}; returns the summed loss. */
  private double softmax(int first, int rows, float scale) {
    int columns = videoGradient.rows();
    float weight = scale / userGradient.rows();
    double loss = 0;
    for (int i = 0; i < rows; i++) {
      int at = i * columns;
      float positive = logits[at + first + i];
      float max = KERNELS.max(logits, at, columns);
      float sum = KERNELS.expSum(max, logits, at, columns);
      loss += Math.log(sum) + max - positive;
      KERNELS.scale(weight / sum, logits, at, columns);
      logits[at + first + i] -= weight;
    }
    return loss;
  }

  private void gradients(Matrix users, Matrix videos, int first, int rows) {
    int columns = videos.rows();
    int d = users.columns();
    Panel block = new Panel(logits, 0, columns, 1);
    KERNELS.multiplyAdd(block, Panel.of(videos), Panel.of(userGradient, first), rows, d, columns);
    KERNELS.multiplyAdd(
        block.transposed(), Panel.of(users, first), Panel.of(videoGradient), columns, d, rows);
  }
}
