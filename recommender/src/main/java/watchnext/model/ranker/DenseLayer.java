package watchnext.model.ranker;

import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * Weights of one fully connected layer: y = x W + b. <i>Immutable; arrays are shared.</i>
 *
 * @param weights W, inputs × outputs
 * @param bias b, one an output
 */
record DenseLayer(Matrix weights, float[] bias) {

  DenseLayer {
    if (bias.length != weights.columns()) {
      throw new IllegalArgumentException(
          "a layer must have one bias an output, had "
              + weights.columns()
              + " outputs and "
              + bias.length
              + " biases");
    }
    requireFinite(weights.data());
    requireFinite(bias);
  }

  private static void requireFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("weights must be finite, one was " + value);
      }
    }
  }

  /** Writes {@code count} rows x W + b to the start of {@code y}. */
  void apply(float[] x, int count, float[] y) {
    int outputs = outputs();
    for (int r = 0; r < count; r++) {
      System.arraycopy(bias, 0, y, r * outputs, outputs);
      for (int i = 0; i < inputs(); i++) {
        Kernels.BEST.axpy(
            x[r * inputs() + i], weights.data(), weights.offset(i), y, r * outputs, outputs);
      }
    }
  }

  int inputs() {
    return weights.rows();
  }

  int outputs() {
    return weights.columns();
  }
}
