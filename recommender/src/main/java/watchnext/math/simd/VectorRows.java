package watchnext.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of one query with many rows, four rows at a time.
 *
 * <p>Four rows have their loads from memory under way together, which is most of the gain; and
 * their four sums share one reduction. A reduction of one vector to one float costs JDK 17 an
 * ordered chain of sixteen additions, more than the products of 64 axes; folding two vectors into
 * one, twice, and then halves onto halves, costs five instructions a row. <i>Stateless.</i>
 */
final class VectorRows {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
  private static final int LANES = SPECIES.length();
  private static final VectorShuffle<Float> SWAP_1 = swap(1);
  private static final VectorShuffle<Float> SWAP_2 = swap(2);
  private static final VectorShuffle<Float> SWAP_4 = swap(4);
  private static final VectorShuffle<Float> SWAP_8 = swap(8);
  private static final VectorMask<Float> ODD = lanesWith(1);
  private static final VectorMask<Float> ODD_PAIRS = lanesWith(2);

  private VectorRows() {}

  private static VectorShuffle<Float> swap(int distance) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ distance) % LANES);
  }

  private static VectorMask<Float> lanesWith(int bit) {
    boolean[] lanes = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(SPECIES, lanes, 0);
  }

  static void dotRows(
      float[] query, float[] data, int offset, int dimension, int[] rows, int count, float[] out) {
    int last = count - 1;
    for (int i = 0; i < count; i += 4) {
      four(
          query,
          data,
          offset + rows[i] * dimension,
          offset + rows[Math.min(i + 1, last)] * dimension,
          offset + rows[Math.min(i + 2, last)] * dimension,
          offset + rows[Math.min(i + 3, last)] * dimension,
          dimension,
          out,
          i);
    }
  }

  static void dotRange(
      float[] query, float[] data, int offset, int dimension, int count, float[] out) {
    int last = count - 1;
    for (int i = 0; i < count; i += 4) {
      four(
          query,
          data,
          offset + i * dimension,
          offset + Math.min(i + 1, last) * dimension,
          offset + Math.min(i + 2, last) * dimension,
          offset + Math.min(i + 3, last) * dimension,
          dimension,
          out,
          i);
    }
  }

  private static void four(
      float[] query,
      float[] data,
      int row0,
      int row1,
      int row2,
      int row3,
      int dimension,
      float[] out,
      int at) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    int bound = SPECIES.loopBound(dimension);
    for (int a = 0; a < bound; a += LANES) {
      FloatVector q = FloatVector.fromArray(SPECIES, query, a);
      sum0 = q.fma(FloatVector.fromArray(SPECIES, data, row0 + a), sum0);
      sum1 = q.fma(FloatVector.fromArray(SPECIES, data, row1 + a), sum1);
      sum2 = q.fma(FloatVector.fromArray(SPECIES, data, row2 + a), sum2);
      sum3 = q.fma(FloatVector.fromArray(SPECIES, data, row3 + a), sum3);
    }
    FloatVector sums =
        fold(fold(sum0, sum1, SWAP_1, ODD), fold(sum2, sum3, SWAP_1, ODD), SWAP_2, ODD_PAIRS);
    if (LANES > 4) {
      sums = sums.add(sums.rearrange(SWAP_4));
    }
    if (LANES > 8) {
      sums = sums.add(sums.rearrange(SWAP_8));
    }
    // Lanes 0 to 3 now hold the four sums.
    ((FloatVector) sums.reinterpretShape(FOUR, 0)).intoArray(out, at);
    for (int a = bound; a < dimension; a++) {
      float q = query[a];
      out[at] += q * data[row0 + a];
      out[at + 1] += q * data[row1 + a];
      out[at + 2] += q * data[row2 + a];
      out[at + 3] += q * data[row3 + a];
    }
  }

  /** Pairs of lanes of {@code a} summed into the unmasked lanes, of {@code b} into the masked. */
  private static FloatVector fold(
      FloatVector a, FloatVector b, VectorShuffle<Float> swap, VectorMask<Float> mask) {
    return a.blend(b, mask).add(b.blend(a, mask).rearrange(swap));
  }
}
