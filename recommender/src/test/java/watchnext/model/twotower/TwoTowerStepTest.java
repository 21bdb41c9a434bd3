package watchnext.model.twotower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import watchnext.settings.Settings;

/** Every parameter's gradient of a whole step against central differences. */
class TwoTowerStepTest {

  private static final int ROWS = 12;
  private static final double DIFFERENCE = 1e-3;

  private final PlantedWatches watches = PlantedWatches.of(2);
  private final int[] order = new int[ROWS];
  private SharedEmbeddings embeddings;
  private TwoTowerStep step;

  @BeforeEach
  void makeAStep() {
    TwoTowerConfig config =
        Settings.with(
            PlantedWatches.config(),
            "dimension=6",
            "hiddenUnits=7",
            "history.length=50",
            "softmax.mixedNegatives=5",
            "softmax.temperature=0.3");
    SplittableRandom random = new SplittableRandom(8);
    boolean[] seen = new boolean[PlantedWatches.VIDEOS];
    Arrays.fill(seen, 0, PlantedWatches.UNSEEN, true);
    embeddings = new SharedEmbeddings(watches.data().content(), seen, 6, 1, random);
    NegativePool pool = NegativePool.of(watches.data());
    step = new TwoTowerStep(watches.data(), config, embeddings, pool, ROWS, random);
    for (int i = 0; i < watches.data().examples().size(); i++) {
      step.frequencies.observe(watches.data().examples().video(i));
    }
    Arrays.setAll(order, i -> 2000 + 31 * i);
    // Larger weights than a fresh tower has, so that the layers matter.
    network(step.userTower).getParam("1_W").muli(5);
    network(step.videoTower).getParam("1_W").muli(5);
  }

  private static MultiLayerNetwork network(TrainingTower tower) {
    return tower.layers().network();
  }

  /** The same dropouts and negatives at each call. */
  private double loss() {
    return step.backward(order, 0, new SplittableRandom(77));
  }

  /**
   * The central difference, or NaN where those to the left and to the right disagree: there a
   * hidden unit passes its kink within the difference.
   */
  private double difference(DoubleConsumer shift) {
    double middle = loss();
    shift.accept(DIFFERENCE);
    double up = loss();
    shift.accept(-2 * DIFFERENCE);
    double down = loss();
    shift.accept(DIFFERENCE);
    double central = (up - down) / (2 * DIFFERENCE);
    double bend = Math.abs(up + down - 2 * middle) / DIFFERENCE;
    return bend > 2e-3 + 0.02 * Math.abs(central) ? Double.NaN : central;
  }

  private static void assertClose(double[] gradients, double[] differences) {
    double error = 0;
    double length = 0;
    int kinks = 0;
    for (int i = 0; i < gradients.length; i++) {
      if (Double.isNaN(differences[i])) {
        kinks++;
      } else {
        error += Math.pow(gradients[i] - differences[i], 2);
        length += Math.pow(differences[i], 2);
      }
    }
    assertThat(length).isPositive();
    assertThat(kinks).isLessThanOrEqualTo(gradients.length / 5);
    assertThat(Math.sqrt(error / length))
        .describedAs(
            "gradients %s, differences %s",
            Arrays.toString(gradients), Arrays.toString(differences))
        .isLessThan(0.02);
  }

  @Test
  void idEmbeddingsHaveTheRightGradient() {
    loss();
    double[] gradients = new double[60];
    double[] differences = new double[60];
    for (int i = 0; i < 10; i++) {
      int video = watches.data().examples().video(order[i]);
      float[] gradient = embeddings.idGradient(video);
      for (int k = 0; k < 6; k++) {
        gradients[i * 6 + k] = gradient[k];
      }
    }
    for (int i = 0; i < 60; i++) {
      int row = embeddings.idRow(watches.data().examples().video(order[i / 6]));
      int at = row * 6 + i % 6;
      differences[i] = difference(shift -> embeddings.ids().weights()[at] += (float) shift);
    }
    assertClose(gradients, differences);
  }

  @Test
  void tokenEmbeddingsHaveTheRightGradient() {
    loss();
    double[] gradients = new double[48];
    double[] differences = new double[48];
    int[] tokens = new int[8];
    for (int i = 0; i < 8; i++) {
      tokens[i] = watches.data().content().token(watches.data().examples().video(order[i]), 0);
      float[] gradient = embeddings.tokenGradient(tokens[i]);
      for (int k = 0; k < 6; k++) {
        gradients[i * 6 + k] = gradient[k];
      }
    }
    for (int i = 0; i < 48; i++) {
      int at = tokens[i / 6] * 6 + i % 6;
      differences[i] = difference(shift -> embeddings.tokens().weights()[at] += (float) shift);
    }
    assertClose(gradients, differences);
  }

  @Test
  void theEmbeddingSharedByVideosWithoutAnIdHasTheRightGradient() {
    loss();
    int row = watches.data().content().buckets();
    float[] gradient = embeddings.tokenGradient(row);
    double[] gradients = new double[6];
    double[] differences = new double[6];
    for (int k = 0; k < 6; k++) {
      int at = row * 6 + k;
      gradients[k] = gradient[k];
      differences[k] = difference(shift -> embeddings.tokens().weights()[at] += (float) shift);
    }
    assertClose(gradients, differences);
  }

  @Test
  void bothTowersHaveTheRightGradient() {
    checkTower(step.userTower);
    checkTower(step.videoTower);
  }

  private void checkTower(TrainingTower tower) {
    loss();
    float[] gradient = tower.layers().weightGradient();
    INDArray weights = network(tower).params();
    int count = 40;
    int stride = gradient.length / count;
    double[] gradients = new double[count];
    double[] differences = new double[count];
    for (int i = 0; i < count; i++) {
      long at = (long) i * stride;
      gradients[i] = gradient[i * stride];
      differences[i] =
          difference(shift -> weights.putScalar(at, (float) (weights.getDouble(at) + shift)));
    }
    assertClose(gradients, differences);
  }

  @Test
  void aStepAgainstTheGradientLowersTheLoss() {
    double before = loss();
    step.update(1);
    assertThat(loss()).isLessThan(before);
  }
}
