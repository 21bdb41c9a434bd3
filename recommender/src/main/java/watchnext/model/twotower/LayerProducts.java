package watchnext.model.twotower;

import java.util.Arrays;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.Panel;

/**
 * The arithmetic of two dense layers with a ReLU between them, forward and back:
 *
 * <pre>{@code
 * A  = relu(X V)      Y += A W
 * dA = [A > 0] dY Wᵀ  dX += dA Vᵀ    dW = Aᵀ dY    dV = Xᵀ dA
 * }</pre>
 *
 * <p>Weights and their gradients lie in one vector, as the library keeps its parameters: first V
 * (width × units), then W (units × d), both column by column, that is, as their transposes row by
 * row. Gradients of the weights are summed slice by slice, and the slices in their order: any
 * number of threads gives the same bits. Cost: 6 flops a weight and row. <i>Confined: one step at a
 * time, each slice by one thread.</i>
 */
final class LayerProducts {

  /** Rows of a slice. */
  static final int SLICE = 128;

  private static final Kernels KERNELS = Kernels.BEST;

  private final int width;
  private final int units;
  private final int dimension;
  private final float[] weights;
  private final Matrix first;
  private final Matrix second;
  private final Matrix hidden;
  private final Matrix hiddenError;
  private final Matrix[] firstGradients;
  private final Matrix[] secondGradients;

  LayerProducts(int width, int units, int dimension, int rows) {
    this.width = width;
    this.units = units;
    this.dimension = dimension;
    this.weights = new float[(width + dimension) * units];
    this.first = new Matrix(width, units);
    this.second = new Matrix(units, dimension);
    this.hidden = new Matrix(rows, units);
    this.hiddenError = new Matrix(rows, units);
    int slices = (rows + SLICE - 1) / SLICE;
    this.firstGradients = new Matrix[slices];
    this.secondGradients = new Matrix[slices];
    for (int slice = 0; slice < slices; slice++) {
      firstGradients[slice] = new Matrix(width, units);
      secondGradients[slice] = new Matrix(units, dimension);
    }
  }

  /** The vector of all weights; whoever writes to it calls {@link #begin}. */
  float[] weights() {
    return weights;
  }

  /** Takes the weights of now. */
  void begin() {
    transpose(weights, 0, first.data(), 0, units, width);
    transpose(weights, width * units, second.data(), 0, dimension, units);
  }

  /** {@code to = the transpose of from}, which has rows × columns. */
  private static void transpose(
      float[] from, int offset, float[] to, int toOffset, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        to[toOffset + c * rows + r] = from[offset + r * columns + c];
      }
    }
  }

  /** {@code output += relu(input V) W}, rows [from, to). */
  void forward(Matrix input, Matrix output, int from, int to) {
    int begin = hidden.offset(from);
    int end = hidden.offset(to);
    Arrays.fill(hidden.data(), begin, end, 0);
    Panel activation = Panel.of(hidden, from);
    KERNELS.multiplyAdd(
        Panel.of(input, from), Panel.of(first), activation, to - from, units, width);
    for (int k = begin; k < end; k++) {
      hidden.data()[k] = Math.max(hidden.data()[k], 0);
    }
    KERNELS.multiplyAdd(
        activation, Panel.of(second), Panel.of(output, from), to - from, dimension, units);
  }

  /** Adds to the gradient of the input's first columns; keeps that of the weights. */
  void backward(Matrix input, Matrix error, Matrix inputGradient, int from, int to) {
    int rows = to - from;
    int begin = hidden.offset(from);
    int end = hidden.offset(to);
    Arrays.fill(hiddenError.data(), begin, end, 0);
    Panel activation = Panel.of(hidden, from);
    Panel activationError = Panel.of(hiddenError, from);
    Panel outputError = Panel.of(error, from);
    Panel secondTransposed = new Panel(weights, width * units, units, 1);
    KERNELS.multiplyAdd(outputError, secondTransposed, activationError, rows, units, dimension);
    for (int k = begin; k < end; k++) {
      // An activation is 0 or above: its sign is 1 where the unit passes and 0 where it does not.
      hiddenError.data()[k] *= Math.signum(hidden.data()[k]);
    }
    Panel firstTransposed = new Panel(weights, 0, width, 1);
    KERNELS.multiplyAdd(
        activationError, firstTransposed, Panel.of(inputGradient, from), rows, dimension, units);
    int slice = from / SLICE;
    Arrays.fill(firstGradients[slice].data(), 0);
    Arrays.fill(secondGradients[slice].data(), 0);
    KERNELS.multiplyAdd(
        Panel.of(input, from).transposed(),
        activationError,
        Panel.of(firstGradients[slice]),
        width,
        units,
        rows);
    KERNELS.multiplyAdd(
        activation.transposed(),
        outputError,
        Panel.of(secondGradients[slice]),
        units,
        dimension,
        rows);
  }

  /** The gradient of {@link #weights}, after {@link #backward} of all slices. */
  float[] gradient() {
    float[] gradient = new float[weights.length];
    transpose(sum(firstGradients), 0, gradient, 0, width, units);
    transpose(sum(secondGradients), 0, gradient, width * units, units, dimension);
    return gradient;
  }

  private static float[] sum(Matrix[] slices) {
    float[] sum = slices[0].data().clone();
    for (int slice = 1; slice < slices.length; slice++) {
      KERNELS.axpy(1, slices[slice].data(), 0, sum, 0, sum.length);
    }
    return sum;
  }
}
