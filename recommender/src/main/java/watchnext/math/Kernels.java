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

  /** Vectors in a block of codes. */
  int CODE_BLOCK = 32;

  /**
   * Inner products of a query with rows picked by number from a row-major array: {@code out[i] =
   * query · row rows[i]} for i below {@code count}. Equal rows get equal values, wherever they
   * stand in the list.
   *
   * @param offset where row 0 begins in {@code data}
   * @param dimension length of the query and of a row
   * @param out with room for {@code count}, rounded up to a multiple of 4
   */
  void dotRows(
      float[] query, float[] data, int offset, int dimension, int[] rows, int count, float[] out);

  /** As {@link #dotRows} for {@code count} rows that follow one another from {@code offset}. */
  void dotRange(float[] query, float[] data, int offset, int dimension, int count, float[] out);

  /**
   * Inner products with {@code blocks} of {@link #CODE_BLOCK} vectors each, one byte per value,
   * axis by axis: value a of vector v of a block lies at {@code a * CODE_BLOCK + v}. Sums are of 16
   * bits: the caller scales query and vectors so that the product of their lengths stays below 2¹⁵;
   * then no sum over any of the axes can overflow (Cauchy–Schwarz).
   *
   * @param out receives the scores of all blocks
   * @param threshold what a score must exceed for its block to be worth a look
   * @param hits receives the numbers of the blocks with such a score, ascending
   * @return how many they are
   */
  int dotCodeBlocks(
      short[] query,
      byte[] codes,
      int offset,
      int dimension,
      int blocks,
      short threshold,
      short[] out,
      int[] hits);

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
}
