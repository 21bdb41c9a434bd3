package watchnext.model.twotower;

import java.util.random.RandomGenerator;
import watchnext.math.Matrix;

/**
 * One step of training, the page to read:
 *
 * <pre>{@code
 * rows -> distinct videos -> embeddings -> user and video inputs -> towers -> unit vectors
 *      -> sampled softmax -> gradients, the same way back -> tables and layers move
 * }</pre>
 *
 * <p>Cost: what the batch holds, whatever the number of videos in the catalog. <i>Confined: one
 * thread at a time.</i>
 */
final class TwoTowerStep {

  private final TwoTowerConfig config;
  private final TwoTowerBatch batch;
  private final SharedEmbeddings embeddings;
  private final SampledSoftmax softmax;
  private final float scale;

  final TrainingTower userTower;
  final TrainingTower videoTower;
  final FrequencyEstimator frequencies;

  /**
   * A step of fixed shape.
   *
   * @param negativePool videos from which uniform negatives are drawn
   */
  TwoTowerStep(
      TwoTowerData data,
      TwoTowerConfig config,
      SharedEmbeddings embeddings,
      NegativePool negativePool,
      int rows,
      RandomGenerator random) {
    this.config = config;
    this.embeddings = embeddings;
    this.batch = new TwoTowerBatch(data, config, negativePool, rows);
    this.userTower = new TrainingTower(config, data.sideWidth(), rows, random.nextLong());
    this.videoTower =
        new TrainingTower(config, data.content().denseWidth(), batch.columns(), random.nextLong());
    this.softmax = new SampledSoftmax(rows, batch.columns(), config.dimension(), config.threads());
    this.scale = (float) (1 / config.softmax().temperature());
    this.frequencies = new FrequencyEstimator(2 * data.content().size());
  }

  /**
   * The loss of the examples {@code order[from] … order[from + rows]} and all gradients; nothing
   * moves yet.
   */
  double backward(int[] order, int from, RandomGenerator random) {
    batch.fill(order, from, embeddings, random);
    embeddings.read();
    batch.writeUsers(order, from, embeddings, userTower.input());
    batch.writeVideos(embeddings, videoTower.input());
    Matrix userVectors = userTower.forward();
    Matrix videoVectors = videoTower.forward();
    double loss =
        softmax.backward(userVectors, videoVectors, scale, batch.corrections(frequencies));
    Matrix userGradient = userTower.backward(softmax.userGradient());
    batch.backward(userGradient, videoTower.backward(softmax.videoGradient()), embeddings);
    return loss;
  }

  /**
   * Moves everything against its gradient.
   *
   * @param share of the configured learning rates, in (0, 1]
   */
  void update(double share) {
    userTower.update(share);
    videoTower.update(share);
    embeddings.update(config.tableLearningRate() * share);
  }
}
