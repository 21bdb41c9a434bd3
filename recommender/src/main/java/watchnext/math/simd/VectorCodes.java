package watchnext.math.simd;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import watchnext.math.Kernels;

/**
 * Inner products with vectors of one byte per value, in 16-bit lanes: bytes are widened, multiplied
 * and added without ever leaving 16 bits. <i>Stateless.</i>
 */
final class VectorCodes {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> FOUR = ShortVector.SPECIES_64;
  private static final int LANES = SHORTS.length();
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(8 * LANES));
  private static final VectorShuffle<Short> SWAP_1 = swap(1);
  private static final VectorShuffle<Short> SWAP_2 = swap(2);
  private static final VectorShuffle<Short> SWAP_4 = swap(4);
  private static final VectorShuffle<Short> SWAP_8 = swap(8);
  private static final VectorShuffle<Short> SWAP_16 = swap(16);
  private static final VectorMask<Short> ODD = lanesWith(1);
  private static final VectorMask<Short> ODD_PAIRS = lanesWith(2);

  private VectorCodes() {}

  private static VectorShuffle<Short> swap(int distance) {
    return VectorShuffle.fromOp(SHORTS, lane -> (lane ^ distance) % LANES);
  }

  private static VectorMask<Short> lanesWith(int bit) {
    boolean[] lanes = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(SHORTS, lanes, 0);
  }

  private static ShortVector widened(byte[] codes, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, codes, at).convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  static void dotRows(
      short[] query, byte[] codes, int offset, int dimension, int[] rows, int count, short[] out) {
    int last = count - 1;
    for (int i = 0; i < count; i += 4) {
      four(
          query,
          codes,
          offset + rows[i] * dimension,
          offset + rows[Math.min(i + 1, last)] * dimension,
          offset + rows[Math.min(i + 2, last)] * dimension,
          offset + rows[Math.min(i + 3, last)] * dimension,
          dimension,
          out,
          i);
    }
  }

  /** The rows' sums by the same folds as in {@link VectorRows}. */
  private static void four(
      short[] query,
      byte[] codes,
      int row0,
      int row1,
      int row2,
      int row3,
      int dimension,
      short[] out,
      int at) {
    ShortVector sum0 = ShortVector.zero(SHORTS);
    ShortVector sum1 = sum0;
    ShortVector sum2 = sum0;
    ShortVector sum3 = sum0;
    int bound = SHORTS.loopBound(dimension);
    for (int a = 0; a < bound; a += LANES) {
      ShortVector q = ShortVector.fromArray(SHORTS, query, a);
      sum0 = sum0.add(q.mul(widened(codes, row0 + a)));
      sum1 = sum1.add(q.mul(widened(codes, row1 + a)));
      sum2 = sum2.add(q.mul(widened(codes, row2 + a)));
      sum3 = sum3.add(q.mul(widened(codes, row3 + a)));
    }
    ShortVector sums =
        fold(fold(sum0, sum1, SWAP_1, ODD), fold(sum2, sum3, SWAP_1, ODD), SWAP_2, ODD_PAIRS);
    sums = sums.add(sums.rearrange(SWAP_4));
    if (LANES > 8) {
      sums = sums.add(sums.rearrange(SWAP_8));
    }
    if (LANES > 16) {
      sums = sums.add(sums.rearrange(SWAP_16));
    }
    ((ShortVector) sums.reinterpretShape(FOUR, 0)).intoArray(out, at);
    for (int a = bound; a < dimension; a++) {
      short q = query[a];
      out[at] += (short) (q * codes[row0 + a]);
      out[at + 1] += (short) (q * codes[row1 + a]);
      out[at + 2] += (short) (q * codes[row2 + a]);
      out[at + 3] += (short) (q * codes[row3 + a]);
    }
  }

  private static ShortVector fold(
      ShortVector a, ShortVector b, VectorShuffle<Short> swap, VectorMask<Short> mask) {
    return a.blend(b, mask).add(b.blend(a, mask).rearrange(swap));
  }

  static int dotBlocks(
      short[] query,
      byte[] codes,
      int offset,
      int dimension,
      int blocks,
      short threshold,
      short[] out,
      int[] hits) {
    int found = 0;
    for (int block = 0; block < blocks; block++) {
      boolean hit = false;
      for (int v = 0; v < Kernels.CODE_BLOCK; v += LANES) {
        ShortVector sums =
            lanes(query, codes, offset + block * Kernels.CODE_BLOCK * dimension + v, dimension);
        sums.intoArray(out, block * Kernels.CODE_BLOCK + v);
        hit |= sums.compare(VectorOperators.GT, threshold).anyTrue();
      }
      hits[found] = block;
      found += hit ? 1 : 0;
    }
    return found;
  }

  private static ShortVector lanes(short[] query, byte[] codes, int offset, int dimension) {
    ShortVector even = ShortVector.zero(SHORTS);
    ShortVector odd = even;
    int bound = dimension & -2;
    int at = offset;
    for (int a = 0; a < bound; a += 2) {
      even = even.add(widened(codes, at).mul(query[a]));
      odd = odd.add(widened(codes, at + Kernels.CODE_BLOCK).mul(query[a + 1]));
      at += 2 * Kernels.CODE_BLOCK;
    }
    if (bound < dimension) {
      even = even.add(widened(codes, at).mul(query[bound]));
    }
    return even.add(odd);
  }
}
