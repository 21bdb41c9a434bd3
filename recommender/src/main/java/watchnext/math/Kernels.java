package watchnext.math;

/**
 * The inner loops. Two implementations: {@link ScalarKernels}, the reference, and one on the Vector
 * API, chosen at start-up when the module {@code jdk.incubator.vector} is there. Both agree to
 * rounding. Offsets count floats. <i>Stateless.</i>
 */
public interface Kernels {

  /** The implementation in use. */
  Kernels BEST = KernelChoice.best();

  /** Sum of {@code a[i] * b[i]} over {@code length} entries. */
  float dot(float[] a, int aOffset, float[] b, int bOffset, int length);

  /** {@code y += alpha * x} over {@code length} entries. */
  void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length);

  /**
   * Products of one vector with the consecutive rows of a row-major matrix: {@code out[outOffset +
   * r]} becomes the sum of {@code a[aOffset + i] * b[bOffset + r * length + i]}, for {@code r} in
   * [0, rows). The work of a Gram matrix and of scoring a whole catalog.
   */
  void dotRows(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      int rows,
      int length,
      float[] out,
      int outOffset);

  /** Name for reports: "scalar" or the vector width. */
  String name();
}
