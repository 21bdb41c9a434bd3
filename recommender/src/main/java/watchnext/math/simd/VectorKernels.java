package watchnext.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import watchnext.math.Kernels;
import watchnext.math.Panel;
import watchnext.math.ScalarKernels;

/** The inner loops on the Vector API, at the widest shape the machine prefers. <i>Stateless.</i> */
public final class VectorKernels implements Kernels {

  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= 16
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;
  private static final int LANES = SPECIES.length();
  private static final ScalarKernels SCALAR = new ScalarKernels();
  private static final float LOG2_E = 1.442695041f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float ROUND = 12582912f;

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
    float result = inOrder(sum);
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
      float rest0 = inOrder(sum0);
      float rest1 = inOrder(sum1);
      float rest2 = inOrder(sum2);
      float rest3 = inOrder(sum3);
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

  @Override
  public float max(float[] x, int offset, int length) {
    FloatVector max = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    int bound = SPECIES.loopBound(length);
    int i = 0;
    for (; i < bound; i += SPECIES.length()) {
      max = max.max(FloatVector.fromArray(SPECIES, x, offset + i));
    }
    float result = max.reduceLanes(VectorOperators.MAX);
    for (; i < length; i++) {
      result = Math.max(result, x[offset + i]);
    }
    return result;
  }

  @Override
  public void scale(float alpha, float[] x, int offset, int length) {
    int bound = SPECIES.loopBound(length);
    int i = 0;
    for (; i < bound; i += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, x, offset + i).mul(alpha).intoArray(x, offset + i);
    }
    for (; i < length; i++) {
      x[offset + i] *= alpha;
    }
  }

  @Override
  public float expSum(float shift, float[] x, int offset, int length) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int bound = SPECIES.loopBound(length);
    int i = 0;
    for (; i < bound; i += SPECIES.length()) {
      FloatVector e = exp(FloatVector.fromArray(SPECIES, x, offset + i).sub(shift));
      e.intoArray(x, offset + i);
      sum = sum.add(e);
    }
    float rest = i < length ? SCALAR.expSum(shift, x, offset + i, length - i) : 0;
    return inOrder(sum) + rest;
  }

  /**
   * exp(x) = 2^n exp(f) with n = round(x / ln 2) and |f| at most ln 2 / 2, where a polynomial of
   * degree 6 is exact to rounding. Adding 1.5 * 2^23 rounds, and leaves n in the low bits.
   */
  private static FloatVector exp(FloatVector x) {
    VectorMask<Float> tiny = x.compare(VectorOperators.LT, ScalarKernels.SMALLEST_EXPONENT);
    FloatVector shifted = x.max(ScalarKernels.SMALLEST_EXPONENT).mul(LOG2_E).add(ROUND);
    FloatVector n = shifted.sub(ROUND);
    FloatVector f = n.mul(-LN2_HIGH).add(x).sub(n.mul(LN2_LOW));
    FloatVector p = f.mul(1f / 720).add(1f / 120);
    p = p.fma(f, constant(1f / 24)).fma(f, constant(1f / 6)).fma(f, constant(0.5f));
    p = p.fma(f, constant(1)).fma(f, constant(1));
    IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    FloatVector result = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    return result.blend(0f, tiny);
  }

  private static FloatVector constant(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  @Override
  public void multiplyAdd(Panel a, Panel b, Panel c, int rows, int columns, int inner) {
    VectorProducts.multiplyAdd(a, b, c, rows, columns, inner);
  }

  @Override
  public void gatherRows(
      float[] table,
      int[] rows,
      float[] weights,
      int from,
      int to,
      float[] out,
      int offset,
      int length) {
    int bound = SPECIES.loopBound(length);
    int k = 0;
    for (; k < bound; k += SPECIES.length()) {
      FloatVector sum = FloatVector.fromArray(SPECIES, out, offset + k);
      for (int i = from; i < to; i++) {
        FloatVector row = FloatVector.fromArray(SPECIES, table, rows[i] * length + k);
        sum = row.fma(FloatVector.broadcast(SPECIES, weights[i]), sum);
      }
      sum.intoArray(out, offset + k);
    }
    for (; k < length; k++) {
      for (int i = from; i < to; i++) {
        out[offset + k] += weights[i] * table[rows[i] * length + k];
      }
    }
  }

  /**
   * The sum of all lanes, from the first to the last. The library's own reduction leaves the order
   * open, and newer JVMs use that: interpreted and compiled code then differ in the last bit, and
   * the same seed no longer gives the same bytes. Lane numbers are constants so that each becomes
   * one instruction.
   */
  private static float inOrder(FloatVector v) {
    float sum = v.lane(0) + v.lane(1);
    if (LANES >= 4) {
      sum += v.lane(2);
      sum += v.lane(3);
    }
    if (LANES >= 8) {
      sum += v.lane(4);
      sum += v.lane(5);
      sum += v.lane(6);
      sum += v.lane(7);
    }
    if (LANES >= 16) {
      sum += v.lane(8);
      sum += v.lane(9);
      sum += v.lane(10);
      sum += v.lane(11);
      sum += v.lane(12);
      sum += v.lane(13);
      sum += v.lane(14);
      sum += v.lane(15);
    }
    return sum;
  }
}
