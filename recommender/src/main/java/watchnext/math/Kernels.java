package watchnext.math;

/**
 * The inner loops. Two implementations: {@link ScalarKernels}, the reference, and one on the Vector
 * API, chosen at start-up when the module {@code jdk.incubator.vector} is there. Both agree to
 * rounding. Offsets count floats. <i>Stateless.</i>
 */
public interface Kernels {

  /** The implementation in use. */
  Kernels BEST = KernelChoice.best();

  /** Sum of {@code a[i] * b[i]} over {@code length} entries. */
  float dot(float[] a, int aOffset, float[] b, int bOffset, int length);

  /** {@code y += alpha * x} over {@code length} entries. */
  void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length);

  /** Name for reports: "scalar" or the vector width. */
  String name();

  // Softmax and matrix products, for training the two towers.

  /** The largest of {@code length} entries, negative infinity of none. */
  float max(float[] x, int offset, int length);

  /** {@code x *= alpha} over {@code length} entries. */
  void scale(float alpha, float[] x, int offset, int length);

  /**
   * Replaces each entry by {@code exp(x - shift)} and returns their sum. The relative error of an
   * entry is below 1e-6; what would be below {@code exp(-87)} becomes 0, so that negative infinity
   * masks an entry.
   */
  float expSum(float shift, float[] x, int offset, int length);

  /**
   * {@code C += A B} with A of shape rows × inner, B inner × columns, C rows × columns. Rows of B
   * and C must be contiguous (columnStride 1); A may be any view, so a transposed A costs nothing.
   *
   * @throws IllegalArgumentException when rows of B or C are not contiguous
   */
  void multiplyAdd(Panel a, Panel b, Panel c, int rows, int columns, int inner);

  /**
   * {@code out += sum of weights[i] * row rows[i]} for i in [from, to), where row r of the table is
   * its {@code length} floats from {@code r * length}.
   */
  void gatherRows(
      float[] table,
      int[] rows,
      float[] weights,
      int from,
      int to,
      float[] out,
      int offset,
      int length);

  /** The transpose of {@link #gatherRows}: row rows[i] of the table {@code += weights[i] * x}. */
  void scatterRows(
      float[] x,
      int offset,
      int[] rows,
      float[] weights,
      int from,
      int to,
      float[] table,
      int length);
}
