package watchnext.math;

import java.util.Arrays;

/**
 * Turns the rows of a matrix into the axes in which its Gram matrix is diagonal.
 *
 * <p>V becomes V Q with VᵀV = Q Λ Qᵀ, the largest eigenvalue first. Inner products of rows do not
 * change under the rotation, but (V Q)ᵀ(V Q) = Λ, so that a ridge regression on all rows costs d
 * values instead of d². Cost for n rows of d columns: 1.5 n d² multiplications and O(d³) ({@link
 * SymmetricEigen}).
 *
 * <p>Any finite rows will do: of lower rank, repeated, all zeros. Where a sum of squares would
 * leave the range of a float, rows are scaled by a power of two, which is exact, and scaled back.
 * <i>Stateless.</i>
 */
public final class PrincipalAxes {

  // Sums of at most this many rows are made in floats, longer ones of those in doubles.
  private static final int FLOAT_ROWS = 256;
  private static final int PARTS = 16;
  // Largest absolute values between 2^-40 and 2^40 are left alone: their squares are floats.
  private static final int WIDEST_EXPONENT = 40;

  private PrincipalAxes() {}

  /**
   * Rotates {@code rows} in place.
   *
   * @return the eigenvalues of the Gram matrix, descending, none negative; what a float cannot hold
   *     is the largest float
   * @throws IllegalArgumentException when a value is not finite
   */
  public static float[] align(Matrix rows, int threads) {
    int exponent = exponent(rows);
    scale(rows, -exponent);
    SymmetricEigen.Result eigen = SymmetricEigen.of(gram(rows, threads));
    int d = rows.columns();
    float[] spectrum = new float[d];
    float[] axes = new float[d * d];
    for (int i = 0; i < d; i++) {
      double value = Math.scalb(Math.max(0, eigen.values()[i]), 2 * exponent);
      spectrum[i] = (float) Math.min(Float.MAX_VALUE, value);
      for (int j = 0; j < d; j++) {
        axes[i * d + j] = (float) eigen.vectors()[i][j];
      }
    }
    rotate(rows, axes, threads);
    scale(rows, exponent);
    return spectrum;
  }

  /** The exponent of the largest value where it is far from 1, else 0. */
  private static int exponent(Matrix rows) {
    float largest = 0;
    for (float value : rows.data()) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("rows must hold finite values, held " + value);
      }
      largest = Math.max(largest, Math.abs(value));
    }
    int exponent = Math.getExponent(largest);
    return largest == 0 || Math.abs(exponent) <= WIDEST_EXPONENT ? 0 : exponent;
  }

  private static void scale(Matrix rows, int exponent) {
    float[] values = rows.data();
    for (int i = 0; exponent != 0 && i < values.length; i++) {
      values[i] = Math.scalb(values[i], exponent);
    }
  }

  private static void rotate(Matrix rows, float[] axes, int threads) {
    int d = rows.columns();
    float[] data = rows.data();
    ParallelRanges.run(
        rows.rows(),
        FLOAT_ROWS,
        threads,
        () -> {
          float[] row = new float[d];
          return (from, to) -> {
            for (int r = from; r < to; r++) {
              System.arraycopy(data, r * d, row, 0, d);
              Kernels.BEST.dotRange(row, 0, axes, 0, d, d, data, r * d);
            }
          };
        });
  }

  /** The Gram matrix VᵀV; the same to the last bit on any number of threads. */
  public static double[][] gram(Matrix rows, int threads) {
    int d = rows.columns();
    int partSize = Math.max(1, (rows.rows() + PARTS - 1) / PARTS);
    double[][][] parts = new double[PARTS][][];
    ParallelRanges.run(
        rows.rows(),
        partSize,
        threads,
        () -> (from, to) -> parts[from / partSize] = gramOfPart(rows, from, to));
    double[][] sum = new double[d][d];
    for (double[][] part : parts) {
      if (part != null) {
        addLower(part, sum);
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        sum[j][i] = sum[i][j];
      }
    }
    return sum;
  }

  private static double[][] gramOfPart(Matrix rows, int from, int to) {
    int d = rows.columns();
    double[][] sum = new double[d][d];
    float[] few = new float[d * d];
    for (int start = from; start < to; start += FLOAT_ROWS) {
      Arrays.fill(few, 0);
      for (int r = start; r < Math.min(start + FLOAT_ROWS, to); r++) {
        int row = rows.offset(r);
        for (int i = 0; i < d; i++) {
          Kernels.BEST.axpy(rows.data()[row + i], rows.data(), row, few, i * d, i + 1);
        }
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          sum[i][j] += few[i * d + j];
        }
      }
    }
    return sum;
  }

  private static void addLower(double[][] from, double[][] to) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j <= i; j++) {
        to[i][j] += from[i][j];
      }
    }
  }
}
