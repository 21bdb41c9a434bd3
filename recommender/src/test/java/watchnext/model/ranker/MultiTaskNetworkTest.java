package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.math.Matrix;
import watchnext.tensor.Tensors;

class MultiTaskNetworkTest {

  private static final Standardizer IDENTITY =
      new Standardizer(new float[] {0, 0}, new float[] {1, 1});

  @Test
  void withoutHiddenLayersItIsALogisticRegressionPerAction() {
    MultiTaskNetwork network =
        new MultiTaskNetwork(
            List.of("a", "b"),
            IDENTITY,
            List.of(
                new DenseLayer(
                    new Matrix(2, 3, new float[] {1, 2, 0, 3, -1, 0}), new float[] {0, 1, -2})));
    float[] out = new float[3];
    network.predict(new Matrix(1, 2, new float[] {2, -1}), 1, out);
    // 2 * 1 - 1 * 3 = -1;  2 * 2 + 1 * 1 + 1 = 6;  -2
    assertThat(out)
        .containsExactly(new float[] {sigmoid(-1), sigmoid(6), sigmoid(-2)}, within(1e-6f));
  }

  @Test
  void blocksOfRowsAgreeWithOneRowAtATimeInDoublePrecision() {
    MultiTaskNetwork network = network(37, 50, 21);
    Matrix rows = PlantedRows.noise(75, 37, 4);
    float[] out = new float[75 * 3];
    network.predict(rows, 75, out);
    for (int r = 0; r < 75; r++) {
      double[] expected = plainly(network, rows.row(r));
      for (int a = 0; a < 3; a++) {
        assertThat((double) out[r * 3 + a]).isCloseTo(expected[a], within(1e-5));
      }
    }
  }

  @Test
  void anUnknownValueChangesNothingButItsOwnInput() {
    MultiTaskNetwork network = network(4, 8, 8);
    Matrix rows = PlantedRows.noise(3, 4, 5);
    rows.set(1, 2, 0);
    float[] expected = new float[9];
    network.predict(rows, 3, expected);
    rows.set(1, 2, Float.NaN);
    float[] actual = new float[9];
    network.predict(rows, 3, actual);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void arraysBringTheSameNetworkBack() {
    MultiTaskNetwork network = network(6, 16, 5);
    MultiTaskNetwork copy = MultiTaskNetwork.fromTensors(network.toTensors());
    Matrix rows = PlantedRows.noise(10, 6, 6);
    float[] expected = new float[30];
    float[] actual = new float[30];
    network.predict(rows, 10, expected);
    copy.predict(rows, 10, actual);
    assertThat(actual).isEqualTo(expected);
    assertThat(copy.featureNames()).isEqualTo(network.featureNames());
  }

  @Test
  void layersMustFitEachOther() {
    DenseLayer wide = new DenseLayer(new Matrix(2, 4), new float[4]);
    DenseLayer last = new DenseLayer(new Matrix(5, 3), new float[3]);
    List<String> names = List.of("a", "b");
    assertThatThrownBy(() -> new MultiTaskNetwork(names, IDENTITY, List.of(wide, last)))
        .hasMessage("inputs of a layer must be 4, were 5");
    assertThatThrownBy(() -> new MultiTaskNetwork(names, IDENTITY, List.of(wide)))
        .hasMessage("outputs of the last layer must be 3, were 4");
    assertThatThrownBy(() -> new MultiTaskNetwork(List.of("a"), IDENTITY, List.of(last)))
        .hasMessage("standardised features must be 1, were 2");
  }

  @Test
  void damagedArraysAreRefused() {
    Tensors none = Tensors.builder().set("features", "a").build();
    assertThatThrownBy(() -> MultiTaskNetwork.fromTensors(none))
        .hasMessage("array \"mean\" is missing");
    assertThatThrownBy(
            () -> new DenseLayer(new Matrix(1, 1, new float[] {Float.NaN}), new float[1]))
        .hasMessage("weights must be finite, one was NaN");
  }

  @Test
  void rowsOfAnotherWidthAreRefused() {
    MultiTaskNetwork network = network(4, 8, 8);
    assertThatThrownBy(() -> network.predict(new Matrix(2, 5), 2, new float[6]))
        .hasMessage(
            "rows must have 4 features and out room for 3 predictions each, were 2 x 5 and 6 for"
                + " 2 rows");
  }

  /** A network with random weights: inputs, two hidden widths, three outputs. */
  private static MultiTaskNetwork network(int inputs, int first, int second) {
    int[] widths = {inputs, first, second, 3};
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < 3; l++) {
      layers.add(
          new DenseLayer(
              PlantedRows.noise(widths[l], widths[l + 1], 10 + l),
              PlantedRows.noise(1, widths[l + 1], 20 + l).data()));
    }
    Standardizer standardizer =
        new Standardizer(new float[inputs], PlantedRows.noise(1, inputs, 30).data());
    return new MultiTaskNetwork(PlantedRows.names(inputs), standardizer, layers);
  }

  /** The definition, without blocks, vectors or floats. */
  private static double[] plainly(MultiTaskNetwork network, float[] row) {
    float[] z = new float[row.length];
    network.standardizer().apply(row, 0, 1, z);
    double[] h = new double[row.length];
    for (int i = 0; i < h.length; i++) {
      h[i] = z[i];
    }
    List<DenseLayer> layers = network.layers();
    for (DenseLayer layer : layers) {
      double[] next = new double[layer.outputs()];
      for (int o = 0; o < next.length; o++) {
        next[o] = layer.bias()[o];
        for (int i = 0; i < h.length; i++) {
          next[o] += h[i] * layer.weights().get(i, o);
        }
        boolean last = layer == layers.get(layers.size() - 1);
        next[o] = last ? 1 / (1 + Math.exp(-next[o])) : Math.max(0, next[o]);
      }
      h = next;
    }
    return h;
  }

  private static float sigmoid(double x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }
}
