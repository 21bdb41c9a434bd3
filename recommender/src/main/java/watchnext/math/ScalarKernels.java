package watchnext.math;

/** Plain loops: the reference for every other implementation. <i>Stateless.</i> */
public final class ScalarKernels implements Kernels {

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
