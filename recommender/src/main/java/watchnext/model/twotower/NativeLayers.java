package watchnext.model.twotower;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
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
 * The hidden layers of a tower while they learn: a Deeplearning4j network trained with external
 * errors. The embedding tables are not in it: their gradients would be as large as the tables. A
 * last input that is always 1 stands in for the hidden layer's bias, because adding biases and
 * summing their gradients took a third of the network's time. <i>Confined: one thread at a
 * time.</i>
 */
final class NativeLayers implements Layers {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final double OUTPUT_GAIN = 0.1;

  private final MultiLayerNetwork network;
  private final int rows;
  private final NativeMatrix nativeInput;
  private final NativeMatrix nativeOutput;
  private final NativeMatrix nativeError;
  private final NativeMatrix nativeInputGradient;
  private final Matrix readOutput;
  private final Matrix readGradient;
  private Gradient gradient = new DefaultGradient();
  private int steps;

  /**
   * Fresh layers for batches of {@code rows} inputs of {@code width}, the last of them 1. They
   * start near zero: the last layer's weights are small.
   */
  NativeLayers(TwoTowerConfig config, int width, int rows, long seed) {
    this.network = new MultiLayerNetwork(layers(config, width, seed));
    network.init();
    network.getParam("1_W").muli(OUTPUT_GAIN);
    this.rows = rows;
    this.nativeInput = new NativeMatrix(rows, width);
    this.nativeOutput = new NativeMatrix(rows, config.dimension());
    this.nativeError = new NativeMatrix(rows, config.dimension());
    this.nativeInputGradient = new NativeMatrix(rows, width);
    this.readOutput = new Matrix(rows, config.dimension());
    this.readGradient = new Matrix(rows, width);
  }

  private static MultiLayerConfiguration layers(TwoTowerConfig config, int width, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new Adam(config.descent().learningRate()))
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

  @Override
  public void addTo(Matrix input, Matrix output) {
    nativeInput.write(input);
    network.setInput(nativeInput.array());
    List<INDArray> activations = network.feedForward(true, false);
    nativeOutput.read(activations.get(activations.size() - 1), readOutput);
    KERNELS.axpy(1, readOutput.data(), 0, output.data(), 0, readOutput.data().length);
  }

  @Override
  public void backward(Matrix error, Matrix inputGradient) {
    nativeError.write(error);
    Pair<Gradient, INDArray> result =
        network.backpropGradient(nativeError.array(), LayerWorkspaceMgr.noWorkspaces());
    gradient = result.getFirst();
    nativeInputGradient.read(result.getSecond(), readGradient);
    KERNELS.axpy(1, readGradient.data(), 0, inputGradient.data(), 0, readGradient.data().length);
  }

  @Override
  public void update(double share) {
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
    network.getUpdater().update(network, gradient, steps++, 0, rows, none);
    network.params().subi(gradient.gradient().muli(share));
  }

  /** The gradient of the last {@link #backward} by all weights, for tests; before update. */
  float[] weightGradient() {
    return gradient.gradient().dup('c').data().asFloat();
  }

  /** The network, for tests. */
  MultiLayerNetwork network() {
    return network;
  }

  @Override
  public DenseTower export() {
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
