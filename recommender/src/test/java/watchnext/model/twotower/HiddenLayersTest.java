package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import watchnext.math.Matrix;
import watchnext.settings.Settings;

/** Our products against the library's own, over two full slices of rows and a part of one. */
class HiddenLayersTest {

  private static final int ROWS = 2 * LayerProducts.SLICE + 30;
  private static final int WIDTH = 23;
  private static final int D = 16;

  private final SplittableRandom random = new SplittableRandom(2);
  private final HiddenLayers layers =
      new HiddenLayers(
          Settings.with(PlantedWatches.config(), "dimension=" + D, "hiddenUnits=40"),
          WIDTH,
          ROWS,
          7);
  private final Matrix input = random(WIDTH);
  private final Matrix error = random(D);
  private final Matrix output = new Matrix(ROWS, D);
  private final Matrix inputGradient = new Matrix(ROWS, D);

  private Matrix random(int columns) {
    Matrix matrix = new Matrix(ROWS, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  private void run() {
    Arrays.fill(output.data(), 0);
    Arrays.fill(inputGradient.data(), 0);
    layers.begin();
    for (int from = 0; from < ROWS; from += LayerProducts.SLICE) {
      layers.addTo(input, output, from, Math.min(ROWS, from + LayerProducts.SLICE));
    }
    for (int from = 0; from < ROWS; from += LayerProducts.SLICE) {
      layers.backward(
          input, error, inputGradient, from, Math.min(ROWS, from + LayerProducts.SLICE));
    }
  }

  private static INDArray array(Matrix matrix) {
    return Nd4j.createFromArray(matrix.data()).reshape('c', matrix.rows(), matrix.columns());
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within(2e-3f));
  }

  @Test
  void outputsAndGradientsAreThoseOfTheLibrary() {
    run();
    MultiLayerNetwork network = layers.network();
    network.setInput(array(input));
    INDArray expected = network.feedForward(true, false).get(2);
    assertClose(output.data(), expected.dup('c').data().asFloat());
    float[] ours = layers.weightGradient();
    Pair<Gradient, INDArray> library =
        network.backpropGradient(array(error), LayerWorkspaceMgr.noWorkspaces());
    assertClose(ours, library.getFirst().gradient().dup('c').data().asFloat());
    float[] all = library.getSecond().dup('c').data().asFloat();
    for (int i = 0; i < ROWS; i++) {
      assertClose(inputGradient.row(i), Arrays.copyOfRange(all, i * WIDTH, i * WIDTH + D));
    }
  }

  @Test
  void anUpdateMovesTheWeightsThatTheNextStepTakes() {
    run();
    float before = weighted();
    layers.update(1);
    run();
    // The error is a gradient by the output: a step against it lowers <error, output>.
    assertThat(weighted()).isLessThan(before);
  }

  private float weighted() {
    float sum = 0;
    for (int i = 0; i < output.data().length; i++) {
      sum += error.data()[i] * output.data()[i];
    }
    return sum;
  }
}
