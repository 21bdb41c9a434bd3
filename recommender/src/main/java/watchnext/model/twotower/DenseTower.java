package watchnext.model.twotower;

import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * The dense part of a tower as serving runs it: plain arrays exported from the trained network.
 *
 * <pre>{@code
 * y   = x[0..d) + W2 relu(W1 x + b)
 * out = y / |y|
 * }</pre>
 *
 * <p>The input begins with a vector of the output's own space (a pooled history, a video's
 * representation), which goes straight to the output; the layers only correct it. Shapes: x width,
 * W1 width × hidden, b hidden, W2 hidden × d. Cost: width · hidden + hidden · d multiplications.
 * <i>Immutable.</i>
 */
final class DenseTower {

  private static final int BLOCK = 64;
  private static final float SMALLEST_NORM = 1e-12f;
  private static final Kernels KERNELS = Kernels.BEST;

  private final Matrix hiddenWeights;
  private final float[] hiddenBias;
  private final Matrix outputWeights;

  /** Takes ownership of the arrays. */
  DenseTower(Matrix hiddenWeights, float[] hiddenBias, Matrix outputWeights) {
    this.hiddenWeights = hiddenWeights;
    this.hiddenBias = hiddenBias;
    this.outputWeights = outputWeights;
    Require.that(
        hiddenBias.length == hiddenWeights.columns()
            && outputWeights.rows() == hiddenBias.length
            && outputWeights.columns() <= hiddenWeights.rows(),
        "layers must fit, were %d x %d, %d, %d x %d",
        hiddenWeights.rows(),
        hiddenWeights.columns(),
        hiddenBias.length,
        outputWeights.rows(),
        outputWeights.columns());
  }

  /** Length of an input. */
  int width() {
    return hiddenWeights.rows();
  }

  /** Length of an output. */
  int dimension() {
    return outputWeights.columns();
  }

  /** Writes the unit vectors of the first {@code rows} inputs to {@code out} from a row on. */
  void forward(Matrix input, int rows, Matrix out, int outRow) {
    int hidden = hiddenBias.length;
    float[] h = new float[Math.min(rows, BLOCK) * hidden];
    for (int first = 0; first < rows; first += BLOCK) {
      int count = Math.min(BLOCK, rows - first);
      for (int i = 0; i < count; i++) {
        System.arraycopy(hiddenBias, 0, h, i * hidden, hidden);
        int to = out.offset(outRow + first + i);
        System.arraycopy(input.data(), input.offset(first + i), out.data(), to, dimension());
      }
      Panel hiddenPanel = new Panel(h, 0, hidden, 1);
      KERNELS.multiplyAdd(
          Panel.of(input, first), Panel.of(hiddenWeights), hiddenPanel, count, hidden, width());
      for (int i = 0; i < count * hidden; i++) {
        h[i] = Math.max(0, h[i]);
      }
      Panel outPanel = Panel.of(out, outRow + first);
      KERNELS.multiplyAdd(
          hiddenPanel, Panel.of(outputWeights), outPanel, count, dimension(), hidden);
    }
    for (int i = 0; i < rows; i++) {
      normalize(out.data(), out.offset(outRow + i), dimension());
    }
  }

  /** Divides by the length and returns it; a vector of no length stays as it is. */
  static float normalize(float[] values, int offset, int length) {
    float norm = (float) Math.sqrt(KERNELS.dot(values, offset, values, offset, length));
    KERNELS.scale(1 / Math.max(norm, SMALLEST_NORM), values, offset, length);
    return Math.max(norm, SMALLEST_NORM);
  }

  void putInto(Tensors.Builder tensors, String name) {
    tensors
        .put(name + ".hidden.weights", hiddenWeights)
        .put(name + ".hidden.bias", hiddenBias, hiddenBias.length)
        .put(name + ".output.weights", outputWeights);
  }

  static DenseTower from(Tensors tensors, String name) {
    return new DenseTower(
        tensors.matrix(name + ".hidden.weights"),
        tensors.floats(name + ".hidden.bias", -1),
        tensors.matrix(name + ".output.weights"));
  }
}
