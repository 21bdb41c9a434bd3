package watchnext.index;

import watchnext.math.Kernels;
import watchnext.math.UnitVectors;
import watchnext.require.Require;

/**
 * Unit vectors as bytes: a coarse look that reads a quarter of the memory.
 *
 * <p>Vector v becomes round(s_v · v), query q becomes round(s_q · q) in 16 bits, and s_v s_q (q ·
 * v) is summed in 16 bits. The scales are chosen so that (s_v + √d/2)(s_q + √d/2) ≤ 32767: rounding
 * lengthens a vector by √d/2 at most, and by Cauchy–Schwarz no sum over any axes exceeds the
 * product of the lengths, so nothing overflows. Rounding moves a score by a standard deviation of
 * √((s_v² + s_q²)/12), about 70 of 31,000, or 0.0023 of the cosine.
 *
 * <p>Bytes lie in blocks of {@link Kernels#CODE_BLOCK} vectors, axis by axis. <i>Immutable.</i>
 *
 * @param dimension d
 * @param largest no value of a vector is larger in size
 * @param vectorScale s_v
 * @param queryScale s_q
 */
record ByteCodes(int dimension, float largest, float vectorScale, float queryScale) {

  /** Unused bytes in front, as {@link FrozenGraph#PADDING} floats: blocks fill cache lines. */
  static final int PADDING = 48;

  private static final double LIMIT = 32_767;

  /** Scales for vectors none of whose values is larger than {@code largest} in size. */
  static ByteCodes forLargest(int dimension, float largest) {
    Require.that(
        largest > 0 && largest <= 1 + UnitVectors.TOLERANCE,
        "the largest value of unit vectors must be in (0, 1], was %s",
        largest);
    double slack = Math.sqrt(dimension) / 2;
    double vector = Math.min(127 / Math.max(largest, 1e-3), Math.sqrt(LIMIT) - slack);
    double query = Math.min(LIMIT - slack, LIMIT / (vector + slack) - slack);
    return new ByteCodes(dimension, largest, (float) vector, (float) Math.floor(query));
  }

  /** Standard deviation of a score's error, in units of the score. */
  double error() {
    return Math.sqrt(((double) vectorScale * vectorScale + (double) queryScale * queryScale) / 12);
  }

  /** Bytes that {@code slots} vectors take, a multiple of a block. */
  byte[] allocate(int slots) {
    return new byte[length(slots)];
  }

  /** The bytes that {@code slots} vectors take. */
  int length(int slots) {
    return Math.addExact(PADDING, Math.multiplyExact(slots, dimension));
  }

  /** Writes one unit vector into a slot. */
  void encode(float[] rows, int offset, byte[] codes, int slot) {
    int block = slot / Kernels.CODE_BLOCK;
    int at = PADDING + block * Kernels.CODE_BLOCK * dimension + slot % Kernels.CODE_BLOCK;
    for (int a = 0; a < dimension; a++) {
      codes[at + a * Kernels.CODE_BLOCK] = (byte) Math.round(rows[offset + a] * vectorScale);
    }
  }

  /** Writes a query of length {@code length}, scaled to one. */
  void encodeQuery(float[] rows, int offset, double length, short[] out) {
    double scale = queryScale / length;
    for (int a = 0; a < dimension; a++) {
      out[a] = (short) Math.round(rows[offset + a] * scale);
    }
  }
}
