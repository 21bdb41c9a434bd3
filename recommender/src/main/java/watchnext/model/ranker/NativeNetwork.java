package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import watchnext.math.Matrix;

/**
 * Deeplearning4j's network while it is trained: the only class of this room that calls it.
 *
 * <p>Loss: binary cross-entropy summed over the three actions; a label that is not known has mask 0
 * and moves nothing. First weights are drawn here, not by the library, whose generator is shared by
 * the whole process. <i>Confined: one thread at a time.</i>
 */
final class NativeNetwork {

  private final MultiLayerNetwork network;
  private final int inputs;
  private final List<Integer> widths;

  /**
   * A network with first weights.
   *
   * @param baseLogits bias of each output, so that it starts at the action's base rate
   */
  NativeNetwork(int inputs, NeuralConfig config, float[] baseLogits, RandomGenerator random) {
    this.inputs = inputs;
    this.widths = new ArrayList<>(config.hiddenUnits());
    widths.add(Action.COUNT);
    network = new MultiLayerNetwork(architecture(config));
    network.init();
    copyIn(firstWeights(baseLogits, random), network.params());
  }

  private MultiLayerConfiguration architecture(NeuralConfig config) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(config.seed())
            .dataType(DataType.FLOAT)
            .updater(new Adam(config.learningRate()))
            .l2(config.regularization())
            .list();
    int width = inputs;
    for (int units : config.hiddenUnits()) {
      layers.layer(
          new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
              .nIn(width)
              .nOut(units)
              .activation(Activation.RELU)
              .build());
      width = units;
    }
    layers.layer(
        new OutputLayer.Builder(new LossBinaryXENT())
            .nIn(width)
            .nOut(Action.COUNT)
            .activation(Activation.SIGMOID)
            .build());
    return layers.build();
  }

  /**
   * All parameters in the library's order, each layer's weights before its biases. Weights are
   * normal with variance 2 / inputs before a rectifier [he2015] and 1 / inputs before a sigmoid.
   */
  private float[] firstWeights(float[] baseLogits, RandomGenerator random) {
    float[] values = new float[Math.toIntExact(network.numParams())];
    int used = 0;
    int width = inputs;
    for (int l = 0; l < widths.size(); l++) {
      boolean last = l + 1 == widths.size();
      double deviation = Math.sqrt((last ? 1.0 : 2.0) / width);
      for (int i = 0; i < width * widths.get(l); i++) {
        values[used++] = (float) (random.nextGaussian() * deviation);
      }
      width = widths.get(l);
      if (last) {
        System.arraycopy(baseLogits, 0, values, used, width);
      }
      used += width;
    }
    return values;
  }

  /** Rows of one gradient step in native memory, filled anew for each step. */
  static final class Batch {
    private final int rows;
    private final INDArray features;
    private final INDArray labels;
    private final INDArray mask;

    Batch(int rows, int inputs) {
      this.rows = rows;
      this.features = zeros(rows, inputs);
      this.labels = zeros(rows, Action.COUNT);
      this.mask = zeros(rows, Action.COUNT);
    }

    int rows() {
      return rows;
    }

    /** Takes in standardised rows, labels, and 1 where a label is known. */
    void fill(float[] z, float[] y, float[] known) {
      copyIn(z, features);
      copyIn(y, labels);
      copyIn(known, mask);
    }

    private static INDArray zeros(int rows, int columns) {
      return Nd4j.zeros(DataType.FLOAT, rows, columns);
    }
  }

  /** One step of Adam; answers the loss of the batch before it, a row's mean. */
  double step(Batch batch) {
    network.fit(batch.features, batch.labels, null, batch.mask);
    return network.score();
  }

  /**
   * The gradient of a batch's loss, laid out as the weights are, for tests. It is that of the sum
   * over rows; the updater divides by their number.
   */
  List<DenseLayer> gradient(Batch batch) {
    network.setInput(batch.features);
    network.setLabels(batch.labels);
    network.setLayerMaskArrays(null, batch.mask);
    network.computeGradientAndScore();
    Map<String, INDArray> gradients = network.gradient().gradientForVariable();
    List<DenseLayer> result = layers(gradients::get);
    network.clearLayerMaskArrays();
    return result;
  }

  /** The weights as they stand. */
  List<DenseLayer> export() {
    return layers(network::getParam);
  }

  /** Column-major views become rows of inputs: only dup('c') copies them in that order. */
  private List<DenseLayer> layers(Function<String, INDArray> parameters) {
    List<DenseLayer> result = new ArrayList<>();
    int width = inputs;
    for (int l = 0; l < widths.size(); l++) {
      float[] weights = parameters.apply(l + "_W").dup('c').data().asFloat();
      float[] bias = parameters.apply(l + "_b").dup('c').data().asFloat();
      result.add(new DenseLayer(new Matrix(width, widths.get(l), weights), bias));
      width = widths.get(l);
    }
    return result;
  }

  /** Copies in one sweep; the library's own ways of making an array take forty times as long. */
  private static void copyIn(float[] values, INDArray array) {
    ((FloatPointer) array.data().addressPointer()).position(0).put(values, 0, values.length);
  }
}
