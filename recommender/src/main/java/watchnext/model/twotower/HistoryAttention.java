package watchnext.model.twotower;

import watchnext.math.Kernels;

/**
 * Attention over a history, with the latest video as the query: of what somebody watched, that
 * which is like the last video says most of what comes next.
 *
 * <pre>{@code
 * a_j    = w_j exp(s <r_j, q>) / sum over k of w_k exp(s <r_k, q>),   q = r_0, the latest
 * pooled = sum over j of a_j r_j
 * }</pre>
 *
 * <p>With {@code g} the gradient by {@code pooled} and {@code t_j = a_j (<g, r_j> - <g, pooled>)},
 * the gradient by {@code r_j} is {@code a_j g + s t_j q}, and {@code q} gets {@code s sum of t_j
 * r_j} besides. Without a matrix of its own it needs no training beyond the embeddings. After Zhou
 * et al., Deep Interest Network, KDD 2018 [zhou2018]. <i>Stateless.</i>
 */
final class HistoryAttention {

  private static final Kernels KERNELS = Kernels.BEST;

  private HistoryAttention() {}

  /**
   * Replaces the weights of a history by those of attention; they sum to 1.
   *
   * @param table representations, row-major, of length {@code d} each
   * @param rows the history's rows of {@code table}, the latest at {@code from}
   * @param weights positive weights w, receives a
   * @param sharpness s
   */
  static void weigh(
      float[] table, int[] rows, float[] weights, int from, int to, double sharpness, int d) {
    double[] logits = new double[to - from];
    double max = Double.NEGATIVE_INFINITY;
    for (int j = from; j < to; j++) {
      float product = KERNELS.dot(table, rows[j] * d, table, rows[from] * d, d);
      logits[j - from] = Math.log(weights[j]) + sharpness * product;
      max = Math.max(max, logits[j - from]);
    }
    double sum = 0;
    for (int j = 0; j < logits.length; j++) {
      logits[j] = Math.exp(logits[j] - max);
      sum += logits[j];
    }
    for (int j = from; j < to; j++) {
      // Never quite 0, so that a second look at the same weights stays finite.
      weights[j] = (float) Math.max(1e-12, logits[j - from] / sum);
    }
  }

  /**
   * Adds the part of the gradient that goes through the weights.
   *
   * @param weights a
   * @param gradient g, at {@code offset}
   * @param gradients receives the gradient by the rows of {@code table}
   */
  static void backward(
      float[] table,
      int[] rows,
      float[] weights,
      int from,
      int to,
      double sharpness,
      float[] gradient,
      int offset,
      float[] gradients,
      int d) {
    float[] along = new float[to - from];
    float mean = 0;
    for (int j = from; j < to; j++) {
      along[j - from] = KERNELS.dot(gradient, offset, table, rows[j] * d, d);
      mean += weights[j] * along[j - from];
    }
    int query = rows[from < to ? from : 0] * d;
    for (int j = from; j < to; j++) {
      float t = (float) (sharpness * weights[j] * (along[j - from] - mean));
      KERNELS.axpy(t, table, query, gradients, rows[j] * d, d);
      KERNELS.axpy(t, table, rows[j] * d, gradients, query, d);
    }
  }
}
