package watchnext.math;

import watchnext.require.Require;

/** Plain loops: the reference for every other implementation. <i>Stateless.</i> */
public final class ScalarKernels implements Kernels {

  /** Below this exponent {@link #expSum} gives 0. */
  public static final float SMALLEST_EXPONENT = -87;

  @Override
  public float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aOffset + i] * b[bOffset + i];
    }
    return sum;
  }

  @Override
  public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length) {
    for (int i = 0; i < length; i++) {
      y[yOffset + i] += alpha * x[xOffset + i];
    }
  }

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
    for (int r = 0; r < rows; r++) {
      out[outOffset + r] = dot(a, aOffset, b, bOffset + r * length, length);
    }
  }

  @Override
  public String name() {
    return "scalar";
  }

  // Index: many inner products with one query.

  @Override
  public void dotRows(
      float[] query, float[] data, int offset, int dimension, int[] rows, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = dot(query, 0, data, offset + rows[i] * dimension, dimension);
    }
  }

  @Override
  public void dotRange(
      float[] query, float[] data, int offset, int dimension, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = dot(query, 0, data, offset + i * dimension, dimension);
    }
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
    int found = 0;
    for (int block = 0; block < blocks; block++) {
      boolean hit = false;
      for (int v = 0; v < CODE_BLOCK; v++) {
        int at = offset + block * CODE_BLOCK * dimension + v;
        int sum = 0;
        for (int a = 0; a < dimension; a++) {
          sum += query[a] * codes[at + a * CODE_BLOCK];
        }
        out[block * CODE_BLOCK + v] = (short) sum;
        hit |= sum > threshold;
      }
      if (hit) {
        hits[found++] = block;
      }
    }
    return found;
  }

  @Override
  public float max(float[] x, int offset, int length) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = offset; i < offset + length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  @Override
  public void scale(float alpha, float[] x, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      x[i] *= alpha;
    }
  }

  @Override
  public float expSum(float shift, float[] x, int offset, int length) {
    float sum = 0;
    for (int i = offset; i < offset + length; i++) {
      float argument = x[i] - shift;
      x[i] = argument < SMALLEST_EXPONENT ? 0 : (float) Math.exp(argument);
      sum += x[i];
    }
    return sum;
  }

  @Override
  public void multiplyAdd(Panel a, Panel b, Panel c, int rows, int columns, int inner) {
    checkContiguous(b, c);
    for (int i = 0; i < rows; i++) {
      for (int p = 0; p < inner; p++) {
        float alpha = a.values()[a.offset() + i * a.rowStride() + p * a.columnStride()];
        int bRow = b.offset() + p * b.rowStride();
        axpy(alpha, b.values(), bRow, c.values(), c.offset() + i * c.rowStride(), columns);
      }
    }
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
    for (int i = from; i < to; i++) {
      axpy(weights[i], table, rows[i] * length, out, offset, length);
    }
  }

  /** Refuses panels whose rows have gaps. */
  public static void checkContiguous(Panel b, Panel c) {
    Require.that(
        b.columnStride() == 1 && c.columnStride() == 1,
        "columnStride of B and C must be 1, was %s and %s",
        b.columnStride(),
        c.columnStride());
  }
}
