package watchnext.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import watchnext.math.Kernels;

/** The inner loops on the Vector API, at the widest shape the machine prefers. <i>Stateless.</i> */
public final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  @Override
  public float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int bound = SPECIES.loopBound(length);
    int i = 0;
    for (; i < bound; i += SPECIES.length()) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, aOffset + i);
      FloatVector y = FloatVector.fromArray(SPECIES, b, bOffset + i);
      sum = x.fma(y, sum);
    }
    float result = sum.reduceLanes(VectorOperators.ADD);
    for (; i < length; i++) {
      result += a[aOffset + i] * b[bOffset + i];
    }
    return result;
  }

  @Override
  public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length) {
    int bound = SPECIES.loopBound(length);
    int i = 0;
    for (; i < bound; i += SPECIES.length()) {
      FloatVector xs = FloatVector.fromArray(SPECIES, x, xOffset + i);
      FloatVector ys = FloatVector.fromArray(SPECIES, y, yOffset + i);
      xs.mul(alpha).add(ys).intoArray(y, yOffset + i);
    }
    for (; i < length; i++) {
      y[yOffset + i] += alpha * x[xOffset + i];
    }
  }

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  // Index: many inner products with one query.

  @Override
  public void dotRows(
      float[] query, float[] data, int offset, int dimension, int[] rows, int count, float[] out) {
    VectorRows.dotRows(query, data, offset, dimension, rows, count, out);
  }

  @Override
  public void dotRange(
      float[] query, float[] data, int offset, int dimension, int count, float[] out) {
    VectorRows.dotRange(query, data, offset, dimension, count, out);
  }

  @Override
  public int dotCodeBlocks(
      short[] query,
      byte[] codes,
      int offset,
      int dimension,
      int blocks,
      short threshold,
      short[] out,
      int[] hits) {
    return VectorCodes.dotBlocks(query, codes, offset, dimension, blocks, threshold, out, hits);
  }
}
