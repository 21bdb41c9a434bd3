package watchnext.model.twotower;

import java.util.Optional;
import watchnext.math.Kernels;
import watchnext.math.Matrix;
import watchnext.math.ParallelRanges;

/**
 * One tower while it learns: hidden layers, a path around them, and the projection onto the unit
 * sphere; the equation stands in {@link DenseTower}. Without hidden layers the output is the
 * direction of the input's first part, the rest of the input counts nothing, and no native call is
 * made.
 *
 * <p>With {@code out = y / |y|} and {@code g} the gradient by {@code out}, the gradient by {@code
 * y} is {@code (g - <g, out> out) / |y|}. <i>Confined: one thread at a time, which may set others
 * to work.</i>
 */
final class TrainingTower {

  private static final Kernels KERNELS = Kernels.BEST;

  private final int dimension;
  private final int threads;
  private final Optional<HiddenLayers> layers;
  private final Matrix input;
  private final Matrix output;
  private final Matrix inputGradient;
  private final float[] norms;
  private final Matrix error;

  /** A fresh tower for batches of {@code rows} inputs of {@code dimension + sideWidth}. */
  TrainingTower(TwoTowerConfig config, int sideWidth, int rows, long seed) {
    this.dimension = config.dimension();
    // Without layers there is less to do than starting a thread costs.
    this.threads = config.hiddenUnits() == 0 ? 1 : config.threads();
    int width = dimension + sideWidth + 1;
    this.layers =
        config.hiddenUnits() == 0
            ? Optional.empty()
            : Optional.of(new HiddenLayers(config, width, rows, seed));
    this.input = new Matrix(rows, width);
    this.output = new Matrix(rows, dimension);
    this.error = new Matrix(rows, dimension);
    this.inputGradient = new Matrix(rows, dimension);
    this.norms = new float[rows];
  }

  /** The inputs of the next batch, rows × (width + 1); the caller fills all but the last column. */
  Matrix input() {
    return input;
  }

  /** The unit vectors of the inputs. */
  Matrix forward() {
    layers.ifPresent(HiddenLayers::begin);
    ParallelRanges.run(input.rows(), LayerProducts.SLICE, threads, () -> this::forward);
    return output;
  }

  private void forward(int from, int to) {
    for (int i = from; i < to; i++) {
      int at = input.offset(i);
      input.data()[at + input.columns() - 1] = 1;
      System.arraycopy(input.data(), at, output.data(), output.offset(i), dimension);
    }
    layers.ifPresent(l -> l.addTo(input, output, from, to));
    for (int i = from; i < to; i++) {
      norms[i] = DenseTower.normalize(output.data(), output.offset(i), dimension);
    }
  }

  /**
   * The gradient by the first {@code dimension} columns of the input, what is learnt of videos; the
   * rest of the input is given.
   *
   * @param outputGradient gradient of the loss by the unit vectors
   */
  Matrix backward(Matrix outputGradient) {
    ParallelRanges.run(
        input.rows(),
        LayerProducts.SLICE,
        threads,
        () -> (from, to) -> backward(outputGradient, from, to));
    return inputGradient;
  }

  private void backward(Matrix outputGradient, int from, int to) {
    for (int i = from; i < to; i++) {
      int at = output.offset(i);
      float along = KERNELS.dot(outputGradient.data(), at, output.data(), at, dimension);
      System.arraycopy(outputGradient.data(), at, error.data(), at, dimension);
      KERNELS.axpy(-along, output.data(), at, error.data(), at, dimension);
      KERNELS.scale(1 / norms[i], error.data(), at, dimension);
      System.arraycopy(error.data(), at, inputGradient.data(), at, dimension);
    }
    layers.ifPresent(l -> l.backward(input, error, inputGradient, from, to));
  }

  /** The hidden layers, for tests. */
  HiddenLayers layers() {
    return layers.orElseThrow();
  }

  /** One step of Adam, its length times {@code share}. */
  void update(double share) {
    layers.ifPresent(l -> l.update(share));
  }

  /** The weights as plain arrays; without layers, those of one hidden unit that nothing reaches. */
  DenseTower export() {
    int width = input.columns() - 1;
    return layers
        .map(HiddenLayers::export)
        .orElseGet(
            () -> new DenseTower(new Matrix(width, 1), new float[1], new Matrix(1, dimension)));
  }
}
