package watchnext.math;

/**
 * Makes vectors of length one and refuses those that cannot be: one NaN in an index silently ruins
 * its neighbours, so it stops here, at the door. Lengths are computed in double precision.
 *
 * <p><i>Stateless.</i>
 */
public final class UnitVectors {

  /** How far from one the length of a unit vector in floats may be. */
  public static final float TOLERANCE = 1e-3f;

  /** Longest query: its inner product with any unit vector is a finite float. */
  public static final double LONGEST_QUERY = 1e38;

  private UnitVectors() {}

  /**
   * A copy of {@code vectors} with every row scaled to length one; row r is ordinal r.
   *
   * @throws IllegalArgumentException when a row holds a value that is not finite, or only zeros
   */
  public static Matrix normalised(Matrix vectors) {
    Matrix result = new Matrix(vectors.rows(), vectors.columns());
    for (int r = 0; r < vectors.rows(); r++) {
      scale(vectors.data(), result.data(), vectors.offset(r), vectors.columns(), r);
    }
    return result;
  }

  /**
   * A copy of one vector, scaled to length one.
   *
   * @param ordinal named in the message when the vector is refused
   * @param dimension the length the array must have
   */
  public static float[] normalised(float[] vector, int ordinal, int dimension) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "vector " + ordinal + " must hold " + dimension + " values, had " + vector.length);
    }
    float[] result = new float[dimension];
    scale(vector, result, 0, dimension, ordinal);
    return result;
  }

  /**
   * Checks that every row has length one within {@link #TOLERANCE}.
   *
   * @throws IllegalArgumentException with the ordinal and the length of the first that has not
   */
  public static void require(Matrix vectors) {
    for (int r = 0; r < vectors.rows(); r++) {
      double length = length(vectors.data(), vectors.offset(r), vectors.columns(), "vector " + r);
      if (Math.abs(length - 1) > TOLERANCE) {
        throw new IllegalArgumentException(
            "vector " + r + " must have length 1, had length " + length);
      }
    }
  }

  /**
   * Checks a query: any direction, any positive length up to {@link #LONGEST_QUERY}.
   *
   * @return its length
   * @throws IllegalArgumentException when the array has not {@code dimension} values, a value is
   *     not finite, or all are zero
   */
  public static double requireQuery(float[] query, int dimension) {
    if (query.length != dimension) {
      throw new IllegalArgumentException(
          "a query must hold " + dimension + " values, had " + query.length);
    }
    double length = length(query, 0, dimension, "a query");
    if (length == 0 || length > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "a query's length must be above 0 and at most " + LONGEST_QUERY + ", was " + length);
    }
    return length;
  }

  private static void scale(float[] from, float[] to, int offset, int dimension, int ordinal) {
    double length = length(from, offset, dimension, "vector " + ordinal);
    if (length == 0) {
      throw new IllegalArgumentException("vector " + ordinal + " must not be all zeros");
    }
    for (int i = 0; i < dimension; i++) {
      to[offset + i] = (float) (from[offset + i] / length);
    }
  }

  private static double length(float[] values, int offset, int dimension, String name) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      float value = values[offset + i];
      sum += (double) value * value;
    }
    if (Double.isFinite(sum)) {
      return Math.sqrt(sum);
    }
    int at = 0;
    while (Float.isFinite(values[offset + at])) {
      at++;
    }
    throw new IllegalArgumentException(
        name + " must hold finite values, had " + values[offset + at] + " at position " + at);
  }
}
