package watchnext.math;

import java.util.stream.IntStream;

/**
 * Makes vectors of length one and refuses those that cannot be: one NaN in an index silently ruins
 * its neighbours, so it stops here, at the door. Lengths are computed in double precision.
 *
 * <p><i>Stateless.</i>
 */
public final class UnitVectors {

  /** How far from one the squared length of a unit vector in floats may be. */
  public static final float TOLERANCE = 1e-3f;

  /** Longest query: its inner product with any unit vector is a finite float. */
  public static final double LONGEST_QUERY = 1e38;

  private static final int ROWS = 4096;

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
   * @throws IllegalArgumentException with the ordinal and the length of one that has not
   */
  public static void require(Matrix vectors) {
    require(vectors.data(), 0, vectors.columns());
  }

  /** As {@link #require(Matrix)}, for rows that fill an array from {@code offset} to its end. */
  public static void require(float[] vectors, int offset, int dimension) {
    int rows = (vectors.length - offset) / dimension;
    IntStream.range(0, (rows + ROWS - 1) / ROWS)
        .parallel()
        .forEach(
            block -> {
              for (int r = block * ROWS; r < Math.min(rows, (block + 1) * ROWS); r++) {
                int at = offset + r * dimension;
                float squared = squaredLength(vectors, at, dimension);
                // The opposite of the comparison would let NaN through.
                if (!(Math.abs(squared - 1) <= TOLERANCE)) {
                  throw refusal(vectors, at, dimension, r);
                }
              }
            });
  }

  /** Scalar, and fast at once: an index is loaded when the JVM is cold and has compiled nothing. */
  private static float squaredLength(float[] values, int from, int dimension) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int bound = from + (dimension & -4);
    for (int i = from; i < bound; i += 4) {
      a += values[i] * values[i];
      b += values[i + 1] * values[i + 1];
      c += values[i + 2] * values[i + 2];
      d += values[i + 3] * values[i + 3];
    }
    for (int i = bound; i < from + dimension; i++) {
      a += values[i] * values[i];
    }
    return a + b + (c + d);
  }

  private static IllegalArgumentException refusal(
      float[] vectors, int offset, int dimension, int ordinal) {
    double length = length(vectors, offset, dimension, "vector " + ordinal);
    return new IllegalArgumentException(
        "vector " + ordinal + " must have length 1, had length " + length);
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
