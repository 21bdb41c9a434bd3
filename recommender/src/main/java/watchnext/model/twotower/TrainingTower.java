package watchnext.model.twotower;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * One tower while it learns: a Deeplearning4j network trained with external errors, a path around
 * it, and the projection onto the unit sphere; the equation stands in {@link DenseTower}. The
 * embedding tables are not in the network: their gradients would be as large as the tables. A last
 * input that is always 1 stands in for the hidden layer's bias, because adding biases and summing
 * their gradients took a third of the network's time.
 *
 * <p>With {@code out = y / |y|} and {@code g} the gradient by {@code out}, the gradient by {@code
 * y} is {@code (g - <g, out> out) / |y|}. <i>Confined: one thread at a time.</i>
 */
final class TrainingTower {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final double OUTPUT_GAIN = 0.1;

  private final int dimension;
  private final MultiLayerNetwork network;
  private final NativeMatrix nativeInput;
  private final NativeMatrix nativeOutput;
  private final NativeMatrix nativeError;
  private final NativeMatrix nativeInputGradient;
  private final Matrix input;
  private final Matrix correction;
  private final Matrix output;
  private final Matrix inputGradient;
  private final float[] norms;
  private final Matrix error;
  private Gradient gradient;
  private int steps;

  /**
   * A fresh tower for batches of {@code rows} inputs of {@code dimension + sideWidth}. It starts
   * near the path around the network: the last layer's weights are small.
   */
  TrainingTower(TwoTowerConfig config, int sideWidth, int rows, long seed) {
    this.dimension = config.dimension();
    int width = dimension + sideWidth + 1;
    this.network = new MultiLayerNetwork(layers(config, width, seed));
    network.init();
    network.getParam("1_W").muli(OUTPUT_GAIN);
    this.nativeInput = new NativeMatrix(rows, width);
    this.nativeOutput = new NativeMatrix(rows, dimension);
    this.nativeError = new NativeMatrix(rows, dimension);
    this.nativeInputGradient = new NativeMatrix(rows, width);
    this.input = new Matrix(rows, width);
    this.correction = new Matrix(rows, dimension);
    this.output = new Matrix(rows, dimension);
    this.error = new Matrix(rows, dimension);
    this.inputGradient = new Matrix(rows, width);
    this.norms = new float[rows];
    this.gradient = new org.deeplearning4j.nn.gradient.DefaultGradient();
  }

  private static MultiLayerConfiguration layers(TwoTowerConfig config, int width, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new Adam(config.learningRate()))
        // The loss is a mean over the batch already: dividing again would be once too often.
        .miniBatch(false)
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .list()
        .layer(
            new DenseLayer.Builder()
                .nIn(width)
                .nOut(config.hiddenUnits())
                .hasBias(false)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .build())
        .layer(
            new DenseLayer.Builder()
                .nIn(config.hiddenUnits())
                .nOut(config.dimension())
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .weightInit(WeightInit.XAVIER)
                .build())
        .build();
  }

  /** The inputs of the next batch, rows × (width + 1); the caller fills all but the last column. */
  Matrix input() {
    return input;
  }

  /** The unit vectors of the inputs. */
  Matrix forward() {
    for (int i = 0; i < input.rows(); i++) {
      input.set(i, input.columns() - 1, 1);
    }
    nativeInput.write(input);
    network.setInput(nativeInput.array());
    List<INDArray> activations = network.feedForward(true, false);
    nativeOutput.read(activations.get(activations.size() - 1), correction);
    for (int i = 0; i < input.rows(); i++) {
      int at = output.offset(i);
      System.arraycopy(correction.data(), at, output.data(), at, dimension);
      KERNELS.axpy(1, input.data(), input.offset(i), output.data(), at, dimension);
      norms[i] = DenseTower.normalize(output.data(), at, dimension);
    }
    return output;
  }

  /**
   * The gradient by the first {@code dimension} columns of the input; that by the rest stands
   * beside it.
   *
   * @param outputGradient gradient of the loss by the unit vectors
   */
  Matrix backward(Matrix outputGradient) {
    for (int i = 0; i < input.rows(); i++) {
      int at = output.offset(i);
      float along = KERNELS.dot(outputGradient.data(), at, output.data(), at, dimension);
      System.arraycopy(outputGradient.data(), at, error.data(), at, dimension);
      KERNELS.axpy(-along, output.data(), at, error.data(), at, dimension);
      KERNELS.scale(1 / norms[i], error.data(), at, dimension);
    }
    nativeError.write(error);
    Pair<Gradient, INDArray> result =
        network.backpropGradient(nativeError.array(), LayerWorkspaceMgr.noWorkspaces());
    gradient = result.getFirst();
    nativeInputGradient.read(result.getSecond(), inputGradient);
    for (int i = 0; i < input.rows(); i++) {
      int to = inputGradient.offset(i);
      KERNELS.axpy(1, error.data(), error.offset(i), inputGradient.data(), to, dimension);
    }
    return inputGradient;
  }

  /** The gradient of the last {@link #backward} by all weights, for tests; before update. */
  float[] weightGradient() {
    return gradient.gradient().dup('c').data().asFloat();
  }

  /** The network, for tests. */
  MultiLayerNetwork network() {
    return network;
  }

  /** One step of Adam, its length times {@code share}. */
  void update(double share) {
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
    network.getUpdater().update(network, gradient, steps++, 0, input.rows(), none);
    network.params().subi(gradient.gradient().muli(share));
  }

  /** The weights as plain arrays. */
  DenseTower export() {
    Matrix hidden = weights("0_W");
    int width = hidden.rows() - 1;
    int units = hidden.columns();
    return new DenseTower(
        new Matrix(width, units, Arrays.copyOf(hidden.data(), width * units)),
        hidden.row(width),
        weights("1_W"));
  }

  private Matrix weights(String name) {
    INDArray array = network.getParam(name);
    // Parameters are column-major views into one long vector.
    float[] values = array.dup('c').data().asFloat();
    return new Matrix((int) array.size(0), (int) array.size(1), values);
  }
}
