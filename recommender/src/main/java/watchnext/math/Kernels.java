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
}
