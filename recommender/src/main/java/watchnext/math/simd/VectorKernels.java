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

  /** Four rows at a time, so that each load of {@code a} serves four multiplications. */
  @Override
  public void dotRange(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int rows,
      int length,
      float[] out,
      int outOffset) {
    int bound = SPECIES.loopBound(length);
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int first = bOffset + r * length;
      FloatVector sum0 = FloatVector.zero(SPECIES);
      FloatVector sum1 = FloatVector.zero(SPECIES);
      FloatVector sum2 = FloatVector.zero(SPECIES);
      FloatVector sum3 = FloatVector.zero(SPECIES);
      int i = 0;
      for (; i < bound; i += SPECIES.length()) {
        FloatVector x = FloatVector.fromArray(SPECIES, a, aOffset + i);
        int at = first + i;
        sum0 = x.fma(FloatVector.fromArray(SPECIES, b, at), sum0);
        sum1 = x.fma(FloatVector.fromArray(SPECIES, b, at + length), sum1);
        sum2 = x.fma(FloatVector.fromArray(SPECIES, b, at + 2 * length), sum2);
        sum3 = x.fma(FloatVector.fromArray(SPECIES, b, at + 3 * length), sum3);
      }
      float rest0 = sum0.reduceLanes(VectorOperators.ADD);
      float rest1 = sum1.reduceLanes(VectorOperators.ADD);
      float rest2 = sum2.reduceLanes(VectorOperators.ADD);
      float rest3 = sum3.reduceLanes(VectorOperators.ADD);
      for (; i < length; i++) {
        float x = a[aOffset + i];
        int at = first + i;
        rest0 += x * b[at];
        rest1 += x * b[at + length];
        rest2 += x * b[at + 2 * length];
        rest3 += x * b[at + 3 * length];
      }
      out[outOffset + r] = rest0;
      out[outOffset + r + 1] = rest1;
      out[outOffset + r + 2] = rest2;
      out[outOffset + r + 3] = rest3;
    }
    for (; r < rows; r++) {
      out[outOffset + r] = dot(a, aOffset, b, bOffset + r * length, length);
    }
  }

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  // Index: many inner products with one query.

  @Override
  public void dotRows(
      float[] query, float[] data, int dimension, int[] rows, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = dot(query, 0, data, rows[i] * dimension, dimension);
    }
  }

  @Override
  public void dotRange(
      float[] query, float[] data, int dimension, int firstRow, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = dot(query, 0, data, (firstRow + i) * dimension, dimension);
    }
  }
}
