package watchnext.model.ranker;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;
import watchnext.require.Require;

/**
 * Weights of one fully connected layer: y = x W + b.
 *
 * <p>Shapes: W is inputs × outputs, b has one entry an output, x is rows × inputs, y rows ×
 * outputs. <i>Immutable; arrays are shared.</i>
 */
final class DenseLayer {

  /** Below this many outputs a row of W is too short for vector instructions. */
  private static final int NARROW = 16;

  private final Matrix weights;
  private final float[] bias;
  private final Matrix transposed;

  DenseLayer(Matrix weights, float[] bias) {
    Require.that(
        bias.length == weights.columns(),
        "a layer must have one bias an output, had %s outputs and %s biases",
        weights.columns(),
        bias.length);
    requireFinite(weights.data());
    requireFinite(bias);
    this.weights = weights;
    this.bias = bias;
    this.transposed = transposed(weights);
  }

  private static void requireFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("weights must be finite, one was " + value);
      }
    }
  }

  private static Matrix transposed(Matrix matrix) {
    Matrix result = new Matrix(matrix.columns(), matrix.rows());
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        result.set(c, r, matrix.get(r, c));
      }
    }
    return result;
  }

  Matrix weights() {
    return weights;
  }

  float[] bias() {
    return bias;
  }

  int inputs() {
    return weights.rows();
  }

  int outputs() {
    return weights.columns();
  }

  /** Writes {@code count} rows x W + b to the start of {@code y}. */
  void apply(float[] x, int count, float[] y) {
    if (outputs() < NARROW) {
      applyByColumns(x, count, y);
    } else {
      applyByRows(x, count, y);
    }
  }

  private void applyByColumns(float[] x, int count, float[] y) {
    for (int r = 0; r < count; r++) {
      for (int o = 0; o < outputs(); o++) {
        y[r * outputs() + o] =
            bias[o]
                + Kernels.BEST.dot(
                    x, r * inputs(), transposed.data(), transposed.offset(o), inputs());
      }
    }
  }

  private void applyByRows(float[] x, int count, float[] y) {
    int outputs = outputs();
    for (int r = 0; r < count; r++) {
      System.arraycopy(bias, 0, y, r * outputs, outputs);
    }
    Panel rows = new Panel(x, 0, inputs(), 1);
    Panel result = new Panel(y, 0, outputs, 1);
    Kernels.BEST.multiplyAdd(rows, Panel.of(weights), result, count, outputs, inputs());
  }
}
