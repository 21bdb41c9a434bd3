package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import watchnext.settings.Settings;

/**
 * The library's derivatives of the formulas against the fast step, by the same weights and draws.
 */
class PlainTwoTowerTest {

  private static final int D = 8;
  private static final int ROWS = 24;
  private static final long SEED = 77;

  private final TwoTowerConfig config =
      Settings.with(
          TwoTowerConfig.defaults(),
          "dimension=" + D,
          "hiddenUnits=6",
          "softmax.mixedNegatives=16");
  private final TwoTowerData data = PlantedWatches.of(2).data();
  private final boolean[] seen = new boolean[PlantedWatches.VIDEOS];
  private final int[] order = new int[ROWS];
  private final NegativePool pool = NegativePool.of(data);
  private final SharedEmbeddings embeddings;
  private final TwoTowerStep fast;
  private final PlainTwoTower plain;

  PlainTwoTowerTest() {
    Arrays.fill(seen, 0, PlantedWatches.UNSEEN, true);
    SplittableRandom random = new SplittableRandom(8);
    embeddings = new SharedEmbeddings(data.content(), seen, D, 1, random);
    fast = new TwoTowerStep(data, config, embeddings, pool, ROWS, random);
    for (int i = 0; i < data.examples().size(); i++) {
      fast.frequencies.observe(data.examples().video(i));
    }
    Arrays.setAll(order, i -> 2000 + 31 * i);
    network(fast.userTower).getParam("1_W").muli(5);
    network(fast.videoTower).getParam("1_W").muli(5);
    plain = new PlainTwoTower(data, config, seen);
    copyWeights();
  }

  private static MultiLayerNetwork network(TrainingTower tower) {
    return tower.layers().network();
  }

  /** The fast tables and layers as the plain ones: all ids, then all tokens; the last row is b. */
  private void copyWeights() {
    INDArray table = plain.sd.getArrForVarName("table");
    for (int video = 0; video < seen.length; video++) {
      if (seen[video]) {
        copyRow(embeddings.ids(), embeddings.idRow(video), table, video);
      }
    }
    for (int token = 0; token < embeddings.tokens().rows(); token++) {
      copyRow(embeddings.tokens(), token, table, seen.length + token);
    }
    copyLayers("user", network(fast.userTower));
    copyLayers("video", network(fast.videoTower));
  }

  private static void copyRow(EmbeddingTable from, int row, INDArray to, int toRow) {
    float[] values = Arrays.copyOfRange(from.weights(), row * D, row * D + D);
    to.putRow(toRow, Nd4j.createFromArray(values));
  }

  private void copyLayers(String name, MultiLayerNetwork network) {
    INDArray first = network.getParam("0_W");
    plain.sd.getArrForVarName(name + ".V").assign(top(first));
    plain.sd.getArrForVarName(name + ".b").assign(bottom(first));
    plain.sd.getArrForVarName(name + ".W").assign(network.getParam("1_W"));
  }

  private static INDArray top(INDArray first) {
    return first.get(NDArrayIndex.interval(0, first.rows() - 1), NDArrayIndex.all());
  }

  private static INDArray bottom(INDArray first) {
    return first.getRow(first.rows() - 1, true);
  }

  private Map<String, INDArray> batch() {
    return plain.batch(order, pool, fast.frequencies, new SplittableRandom(SEED));
  }

  private double fastLoss() {
    return fast.backward(order, 0, new SplittableRandom(SEED));
  }

  /** |a - b| / |b|, of all entries together. */
  private static void assertEqual(INDArray a, INDArray b) {
    double length = b.norm2Number().doubleValue();
    assertThat(length).isPositive();
    assertThat(a.sub(b).norm2Number().doubleValue() / length).isLessThan(1e-5);
  }

  @Test
  void theLossIsThatOfTheFastStep() {
    double loss = fastLoss();
    double plainLoss = plain.backward(batch()).getOutputs().get("loss").getDouble(0);
    assertThat(plainLoss).isCloseTo(loss, within(1e-5 * loss));
  }

  @Test
  void theGradientsOfIdsAndTokensAreThoseOfTheFastStep() {
    fastLoss();
    Map<String, INDArray> batch = batch();
    INDArray table = plain.backward(batch).getGradients().get("table");
    // What no bag holds has no gradient: the rows of zeros.
    INDArray met = batch.get("user.bags").sum(0).add(batch.get("video.bags").sum(0));
    INDArray expected = Nd4j.zeros(table.rows(), D);
    for (int row = 0; row < table.rows(); row++) {
      if (met.getDouble(row) > 0) {
        float[] gradient =
            row < seen.length
                ? embeddings.idGradient(row)
                : embeddings.tokenGradient(row - seen.length);
        expected.putRow(row, Nd4j.createFromArray(gradient));
      }
    }
    assertEqual(table, expected);
  }

  @Test
  void theGradientsOfTheLayersAreThoseOfTheFastStep() {
    fastLoss();
    Map<String, INDArray> gradients = plain.backward(batch()).getGradients();
    assertLayersEqual("user", fast.userTower, gradients);
    assertLayersEqual("video", fast.videoTower, gradients);
  }

  private static void assertLayersEqual(
      String name, TrainingTower tower, Map<String, INDArray> gradients) {
    // One vector: V with b below it, then W, both column by column.
    float[] all = tower.layers().weightGradient();
    INDArray second = gradients.get(name + ".W");
    int end = all.length - (int) second.length();
    INDArray first = columns(Arrays.copyOf(all, end), second.rows());
    assertEqual(gradients.get(name + ".V"), top(first));
    assertEqual(gradients.get(name + ".b"), bottom(first));
    assertEqual(second, columns(Arrays.copyOfRange(all, end, all.length), second.columns()));
  }

  private static INDArray columns(float[] values, int count) {
    return Nd4j.createFromArray(values).reshape('f', values.length / count, count);
  }
}
