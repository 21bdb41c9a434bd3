package watchnext.math;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Matrices on which decompositions fail, if they do: by kind, dimension and size of the values. */
enum MatrixFamily {
  GAUSSIAN,
  ZERO,
  RANK_ONE,
  EQUAL_ROWS,
  FEWER_ROWS_THAN_COLUMNS,
  ZERO_BLOCKS,
  /** A multiple of the identity: one eigenvalue, n times. */
  REPEATED_EIGENVALUE,
  /** Columns of 1 down to 1e-12: eigenvalues over 24 decades. */
  GRADED,
  /** Factors that a penalty has driven to nothing but for rounding. */
  NEARLY_ZERO;

  private static final double[] SIZES = {1, 1e-12, 1e12};

  /**
   * One matrix.
   *
   * @param seed of its values; {@link #toString} prints it, so that a failing test names it
   */
  record Member(MatrixFamily family, int columns, double size, long seed) {

    /** The rows: 2 n × n, or fewer. */
    Matrix rows() {
      SplittableRandom random = new SplittableRandom(seed);
      int count =
          family == FEWER_ROWS_THAN_COLUMNS ? Math.max(1, columns / 5) : Math.max(4, 2 * columns);
      Matrix rows = new Matrix(count, columns);
      float[] first = new float[columns];
      for (int c = 0; c < columns; c++) {
        first[c] = (float) (size * random.nextGaussian());
      }
      for (int r = 0; r < count; r++) {
        double factor = random.nextGaussian();
        for (int c = 0; c < columns; c++) {
          rows.set(r, c, (float) value(r, c, first[c], factor, size * random.nextGaussian()));
        }
      }
      return rows;
    }

    private double value(int r, int c, double first, double factor, double noise) {
      return switch (family) {
        case GAUSSIAN, FEWER_ROWS_THAN_COLUMNS -> noise;
        case ZERO -> 0;
        case RANK_ONE -> factor * first;
        case EQUAL_ROWS -> first;
        case ZERO_BLOCKS -> (c / 4) % 2 == 0 && (r / 4) % 2 == (c / 8) % 2 ? noise : 0;
        case REPEATED_EIGENVALUE -> r % columns == c ? size : 0;
        case GRADED -> noise * Math.pow(10, -12.0 * c / columns);
        case NEARLY_ZERO -> c == 0 ? first : noise * 1e-17;
      };
    }

    /** RᵀR in doubles. */
    double[][] gram() {
      Matrix rows = rows();
      double[][] gram = new double[columns][columns];
      for (int r = 0; r < rows.rows(); r++) {
        float[] row = rows.row(r);
        for (int i = 0; i < columns; i++) {
          for (int j = 0; j < columns; j++) {
            gram[i][j] += (double) row[i] * row[j];
          }
        }
      }
      return gram;
    }
  }

  /** Every kind in every dimension and size. */
  static Stream<Member> members(long seed, int... dimensions) {
    List<Member> members = new ArrayList<>();
    for (MatrixFamily family : values()) {
      for (int dimension : dimensions) {
        for (double size : SIZES) {
          members.add(new Member(family, dimension, size, seed + members.size()));
        }
      }
    }
    return members.stream();
  }
}
