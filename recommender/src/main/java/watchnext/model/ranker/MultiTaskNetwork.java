package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.List;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * A small network that predicts, for a video shown to a user, the probability of each {@link
 * Action}: shared hidden layers, one sigmoid an action.
 *
 * <pre>  h₀ = standardised features,  h_l = max(0, h_{l−1} W_l + b_l),  p = σ(h_L W + b)</pre>
 *
 * Without hidden layers it is a logistic regression per action. Rows pass in blocks: the weights of
 * a layer are read once for {@value #BLOCK} rows, and the block's activations stay in cache.
 *
 * <p>Shapes: rows × F in, rows × 3 out. Cost: rows · Σ inputs · outputs multiply-adds; scratch
 * memory of one block a call. NaN counts as the feature's mean. Errors: layers that do not fit each
 * other and weights that are not finite are refused. Reference: Zhao et al., Recommending What
 * Video to Watch Next, RecSys 2019 [zhao2019], of which this keeps the shared bottom.
 * <i>Immutable.</i>
 */
public final class MultiTaskNetwork {

  private static final int BLOCK = 32;

  private final List<String> featureNames;
  private final Standardizer standardizer;
  private final List<DenseLayer> layers;

  MultiTaskNetwork(List<String> featureNames, Standardizer standardizer, List<DenseLayer> layers) {
    this.featureNames = List.copyOf(featureNames);
    this.standardizer = standardizer;
    this.layers = List.copyOf(layers);
    int width = featureNames.size();
    requireFit("standardised features", standardizer.width(), width);
    for (DenseLayer layer : layers) {
      requireFit("inputs of a layer", layer.inputs(), width);
      width = layer.outputs();
    }
    requireFit("outputs of the last layer", width, Action.COUNT);
  }

  private static void requireFit(String what, int actual, int expected) {
    Require.that(actual == expected, "%s must be %s, were %s", what, expected, actual);
  }

  /** The features a row must hold, in their order. */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Writes the probability of each action for the first {@code count} rows.
   *
   * @param rows feature values, at least count × F
   * @param out receives count × 3 probabilities, a row's in the order of {@link Action}
   * @throws IllegalArgumentException when rows are too few or of another width, or out too short
   */
  public void predict(Matrix rows, int count, float[] out) {
    int width = featureNames.size();
    Require.that(
        rows.columns() == width && count <= rows.rows() && out.length >= count * Action.COUNT,
        "rows must have %s features and out room for %s predictions each, were %s x %s and %s for %s rows",
        width,
        Action.COUNT,
        rows.rows(),
        rows.columns(),
        out.length,
        count);
    int widest = Math.max(width, layers.stream().mapToInt(DenseLayer::outputs).max().orElse(0));
    float[] input = new float[BLOCK * widest];
    float[] output = new float[BLOCK * widest];
    for (int from = 0; from < count; from += BLOCK) {
      int block = Math.min(BLOCK, count - from);
      standardizer.apply(rows.data(), from * width, block, input);
      float[] logits = logits(input, output, block);
      for (int i = 0; i < block * Action.COUNT; i++) {
        out[from * Action.COUNT + i] = (float) (1 / (1 + Math.exp(-logits[i])));
      }
    }
  }

  /** Passes a block through all layers, using the two arrays in turn; answers the last written. */
  private float[] logits(float[] first, float[] second, int count) {
    float[] input = first;
    float[] output = second;
    for (int l = 0; l < layers.size(); l++) {
      DenseLayer layer = layers.get(l);
      layer.apply(input, count, output);
      if (l + 1 < layers.size()) {
        rectify(output, count * layer.outputs());
      }
      float[] other = input;
      input = output;
      output = other;
    }
    return input;
  }

  private static void rectify(float[] values, int length) {
    for (int i = 0; i < length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }

  /** What the features pass first, for tests. */
  Standardizer standardizer() {
    return standardizer;
  }

  /** The layers, for tests. */
  List<DenseLayer> layers() {
    return layers;
  }

  /** The model as arrays. */
  public Tensors toTensors() {
    Tensors.Builder builder =
        Tensors.builder()
            .set("features", String.join(",", featureNames))
            .put("mean", standardizer.means(), standardizer.width())
            .put("inverseDeviation", standardizer.inverseDeviations(), standardizer.width());
    for (int l = 0; l < layers.size(); l++) {
      builder.put("layer" + l + ".weights", layers.get(l).weights());
      builder.put("layer" + l + ".bias", layers.get(l).bias(), layers.get(l).outputs());
    }
    return builder.build();
  }

  /**
   * The model of these arrays.
   *
   * @throws IllegalArgumentException when something is missing or does not fit
   */
  public static MultiTaskNetwork fromTensors(Tensors tensors) {
    List<DenseLayer> layers = new ArrayList<>();
    while (tensors.all().containsKey("layer" + layers.size() + ".weights")) {
      String name = "layer" + layers.size();
      Matrix weights = tensors.matrix(name + ".weights");
      layers.add(new DenseLayer(weights, tensors.floats(name + ".bias", weights.columns())));
    }
    return new MultiTaskNetwork(
        List.of(tensors.setting("features").split(",", -1)),
        new Standardizer(tensors.floats("mean", -1), tensors.floats("inverseDeviation", -1)),
        layers);
  }
}
