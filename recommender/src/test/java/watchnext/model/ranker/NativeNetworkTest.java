package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;

/** The native gradient, asked through our own forward pass: export and masks are checked by it. */
class NativeNetworkTest {

  private static final int INPUTS = 4;
  private static final int ROWS = 30;
  private static final NeuralConfig CONFIG = new NeuralConfig(List.of(5), 1, ROWS, 1e-3, 0, 1, 1);

  private final Matrix rows = PlantedRows.noise(ROWS, INPUTS, 1);
  private final float[] labels = new float[ROWS * Action.COUNT];
  private final float[] known = new float[ROWS * Action.COUNT];
  private final NativeNetwork network =
      new NativeNetwork(INPUTS, CONFIG, new float[] {-1, 0, 1}, new SplittableRandom(2));
  private final NativeNetwork.Batch batch = new NativeNetwork.Batch(ROWS, INPUTS);

  NativeNetworkTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < labels.length; i++) {
      known[i] = random.nextInt(3) > 0 ? 1 : 0;
      labels[i] = known[i] == 1 ? random.nextInt(2) : 0;
    }
    batch.fill(rows.data(), labels, known);
  }

  @Test
  void theGradientEqualsCentralDifferencesOfTheExportedNetworksLoss() {
    List<DenseLayer> weights = network.export();
    List<DenseLayer> gradient = network.gradient(batch);
    float step = 1e-2f;
    for (int l = 0; l < weights.size(); l++) {
      float[] values = weights.get(l).weights().data();
      for (int i = 0; i < values.length; i++) {
        double above = lossWith(weights, l, i, step);
        double below = lossWith(weights, l, i, -step);
        assertThat((double) gradient.get(l).weights().data()[i] / ROWS)
            .as("weight %d of layer %d", i, l)
            .isCloseTo((above - below) / (2 * step), within(2e-3));
      }
    }
  }

  @Test
  void anUnknownLabelMovesNothing() {
    float[] before = network.gradient(batch).get(0).weights().data();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = known[i] == 1 ? labels[i] : 1;
    }
    batch.fill(rows.data(), labels, known);
    assertThat(network.gradient(batch).get(0).weights().data()).isEqualTo(before);
  }

  @Test
  void aStepLowersTheLoss() {
    double before = network.step(batch);
    for (int i = 0; i < 50; i++) {
      network.step(batch);
    }
    assertThat(network.step(batch)).isLessThan(before);
  }

  private double lossWith(List<DenseLayer> weights, int layer, int place, float change) {
    List<DenseLayer> changed = new ArrayList<>(weights);
    DenseLayer old = weights.get(layer);
    float[] values = old.weights().data().clone();
    values[place] += change;
    changed.set(layer, new DenseLayer(new Matrix(old.inputs(), old.outputs(), values), old.bias()));
    float[] ones = {1, 1, 1, 1};
    MultiTaskNetwork model =
        new MultiTaskNetwork(
            PlantedRows.names(INPUTS), new Standardizer(new float[INPUTS], ones), changed);
    float[] predictions = new float[ROWS * Action.COUNT];
    model.predict(rows, ROWS, predictions);
    double loss = 0;
    for (int i = 0; i < predictions.length; i++) {
      double likelihood = labels[i] == 1 ? predictions[i] : 1 - predictions[i];
      loss -= known[i] * Math.log(likelihood);
    }
    return loss / ROWS;
  }
}
