package watchnext.model.ranker;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import watchnext.math.Matrix;

/**
 * Rows whose labels follow a known rule, so that a model can be asked whether it found it: a video
 * is good when {@code f0 + sign(f1) f2} is large. The second term is an interaction, out of reach
 * of a linear model; features from 3 on are noise.
 */
final class PlantedRows {

  static final int WIDTH = 6;

  private PlantedRows() {}

  static RankerRows of(int groups, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RankerRowsBuilder builder = new RankerRowsBuilder(names(WIDTH));
    float[] row = new float[WIDTH];
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < 15; i++) {
        for (int f = 0; f < WIDTH; f++) {
          row[f] = (float) random.nextGaussian();
        }
        double goodness = goodness(row) + 0.5 * random.nextGaussian();
        builder.add(row, above(goodness, 1), above(goodness, 1.7), above(goodness, 2.5));
      }
      builder.endGroup();
    }
    return builder.build();
  }

  static double goodness(float[] row) {
    return row[0] + Math.signum(row[1]) * row[2];
  }

  private static float above(double value, double threshold) {
    return value > threshold ? 1 : 0;
  }

  static List<String> names(int width) {
    return IntStream.range(0, width).mapToObj(f -> "f" + f).toList();
  }

  /** Rows of noise, none of which a model has seen. */
  static Matrix noise(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix matrix = new Matrix(rows, width);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  /** The same rows with the labels of one action unknown. */
  static RankerRows without(Action unknown, RankerRows rows) {
    RankerRowsBuilder builder = new RankerRowsBuilder(rows.featureNames());
    for (int g = 0; g < rows.groups(); g++) {
      for (int row = rows.start(g); row < rows.end(g); row++) {
        float[] labels = new float[Action.COUNT];
        for (Action action : Action.values()) {
          labels[action.column()] = action == unknown ? Float.NaN : rows.label(row, action);
        }
        builder.add(rows.features().row(row), labels[0], labels[1], labels[2]);
      }
      builder.endGroup();
    }
    return builder.build();
  }

  /** Area under the ROC curve by counting pairs. */
  static double auc(float[] scores, RankerRows rows, Action action) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        if (rows.label(i, action) > rows.label(j, action)) {
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return right / pairs;
  }
}
