package watchnext.math.simd;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import watchnext.math.Kernels;

/**
 * Inner products with vectors of one byte per value, in 16-bit lanes: bytes are widened, multiplied
 * and added without ever leaving 16 bits. <i>Stateless.</i>
 */
final class VectorCodes {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final int LANES = SHORTS.length();
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(8 * LANES));

  private VectorCodes() {}

  private static ShortVector widened(byte[] codes, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, codes, at).convertShape(VectorOperators.B2S, SHORTS, 0);
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
