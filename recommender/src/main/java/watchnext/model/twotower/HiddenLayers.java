package watchnext.model.twotower;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import watchnext.math.Matrix;

/**
 * The hidden layers of a tower while they learn: a Deeplearning4j network, which draws the first
 * weights, keeps them and moves them by its Adam, and whose products run on our kernels ({@link
 * LayerProducts}). The library's own forward and backward pass took more than twice as long, most
 * of it around the arithmetic; it stays the reference of the test. The embedding tables are not in
 * the network: their gradients would be as large as the tables. A last input that is always 1
 * stands in for the hidden layer's bias.
 *
 * <p>A step runs {@link #begin}, {@link #addTo} for all slices of {@link LayerProducts#SLICE} rows,
 * {@link #backward} for all slices, {@link #update}. <i>Confined: one step at a time, each slice by
 * one thread.</i>
 */
final class HiddenLayers {

  private static final double OUTPUT_GAIN = 0.1;

  private final MultiLayerNetwork network;
  private final LayerProducts products;
  private final int rows;
  private final Gradient gradient;
  private int steps;

  /**
   * Fresh layers for batches of {@code rows} inputs of {@code width}, the last of them 1. They
   * start near zero: the last layer's weights are small.
   */
  HiddenLayers(TwoTowerConfig config, int width, int rows, long seed) {
    this.network = new MultiLayerNetwork(layers(config, width, seed));
    network.init();
    network.getParam("1_W").muli(OUTPUT_GAIN);
    network.initGradientsView();
    this.products = new LayerProducts(width, config.hiddenUnits(), config.dimension(), rows);
    this.rows = rows;
    this.gradient = new DefaultGradient(network.getGradientsViewArray());
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

  /** Takes the weights of now. */
  void begin() {
    pointer(network.params()).get(products.weights());
    products.begin();
  }

  /**
   * Adds what the layers make of the input rows in [from, to), a slice.
   *
   * @param input rows × width; its last column is 1
   * @param output rows × dimension
   */
  void addTo(Matrix input, Matrix output, int from, int to) {
    products.forward(input, output, from, to);
  }

  /**
   * Adds to the gradient of the input, and keeps that of the weights until {@link #update}.
   *
   * @param input as it was given to {@link #addTo}
   * @param error gradient of the loss by the output, rows × dimension
   * @param inputGradient of the first columns of the input, rows × dimension
   */
  void backward(Matrix input, Matrix error, Matrix inputGradient, int from, int to) {
    products.backward(input, error, inputGradient, from, to);
  }

  /** One step of Adam, its length times {@code share}. */
  void update(double share) {
    pointer(gradient.gradient()).put(products.gradient());
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
    network.getUpdater().update(network, gradient, steps++, 0, rows, none);
    network.params().subi(gradient.gradient().muli(share));
  }

  private static FloatPointer pointer(INDArray vector) {
    FloatPointer pointer = (FloatPointer) vector.data().addressPointer();
    return pointer.position(0);
  }

  /** The gradient of the last {@link #backward} by all weights, for tests; before update. */
  float[] weightGradient() {
    return products.gradient();
  }

  /** The network, for tests. */
  MultiLayerNetwork network() {
    return network;
  }

  /** The layers as serving runs them. */
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
