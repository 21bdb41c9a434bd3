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
}
