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

  /**
   * Products of one vector with the consecutive rows of a row-major matrix: {@code out[outOffset +
   * r]} becomes the sum of {@code a[aOffset + i] * b[bOffset + r * length + i]}, for {@code r} in
   * [0, rows). The work of a Gram matrix and of scoring a whole catalog.
   */
  void dotRange(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int rows,
      int length,
      float[] out,
      int outOffset);

  /** Name for reports: "scalar" or the vector width. */
  String name();

  // Index: many inner products with one query.

  /**
   * Inner products of a query with rows of a row-major array, picked by number: {@code out[i] =
   * query · data[rows[i]]} for i below {@code count}. The values are those of {@link #dot} up to
   * rounding, and equal for equal rows whatever their neighbours in the list.
   *
   * @param dimension length of the query and of a row
   */
  void dotRows(float[] query, float[] data, int dimension, int[] rows, int count, float[] out);

  /**
   * As {@link #dotRows} for the {@code count} rows that follow one another from {@code firstRow}.
   */
  void dotRange(float[] query, float[] data, int dimension, int firstRow, int count, float[] out);
}
