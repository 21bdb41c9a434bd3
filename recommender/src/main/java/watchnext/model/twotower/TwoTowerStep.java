package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * One step of training, the page to read:
 *
 * <pre>{@code
 * rows -> distinct videos -> embeddings -> user and video inputs -> towers -> unit vectors
 *      -> sampled softmax -> gradients, the same way back -> tables, layers, temperature move
 * }</pre>
 *
 * <p>Cost: what the batch holds, whatever the number of videos in the catalog. <i>Confined: one
 * thread at a time.</i>
 */
final class TwoTowerStep {

  private static final Kernels KERNELS = Kernels.BEST;

  private final TwoTowerConfig config;
  private final TwoTowerBatch batch;
  private final SharedEmbeddings embeddings;
  private final UserIds userIds;
  private final TrainingTower userTower;
  private final TrainingTower videoTower;
  private final HardNegatives hardNegatives;
  private final SampledSoftmax softmax;
  private final Temperature temperature;
  private final FrequencyEstimator frequencies;
  private final float[] userSum;
  private int users;

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
    this.userSum = new float[config.dimension()];
    this.batch = new TwoTowerBatch(data, config, negativePool, rows);
    this.userIds =
        new UserIds(data.examples(), config, data.catalog().users().size(), rows, random);
    int userSide = data.attributes().width() + TwoTower.HISTORY_VALUES;
    int videoSide = data.content().denseWidth();
    this.userTower = new TrainingTower(config, userSide, rows, random.nextLong());
    this.videoTower = new TrainingTower(config, videoSide, batch.columns(), random.nextLong());
    this.hardNegatives = new HardNegatives(data, negativePool, videoTower.export());
    this.softmax =
        new SampledSoftmax(rows, batch.columns(), config.dimension(), config.descent().threads());
    this.temperature = new Temperature(config.softmax(), config.descent().learningRate());
    this.frequencies = new FrequencyEstimator(2 * data.content().size());
  }

  /**
   * What an epoch begins with: the mean of its users is taken anew, and hard negatives are looked
   * for among the vectors of now.
   */
  void beginEpoch(RandomGenerator random) {
    Arrays.fill(userSum, 0);
    users = 0;
    if (config.softmax().hardNegatives() > 0) {
      hardNegatives.refresh(embeddings, videoTower.export(), random);
    }
  }

  /**
   * The loss of the examples {@code order[from] … order[from + rows]} and all gradients; nothing
   * moves yet.
   */
  double backward(int[] order, int from, RandomGenerator random) {
    batch.fill(order, from, embeddings, hardNegatives, random);
    embeddings.read();
    batch.writeUsers(order, from, embeddings, userTower.input());
    userIds.addTo(userTower.input(), order, from, random);
    batch.writeVideos(embeddings, videoTower.input());
    Matrix userVectors = userTower.forward();
    Matrix videoVectors = videoTower.forward();
    addToMean(userVectors);
    double loss =
        softmax.backward(
            userVectors, videoVectors, temperature.scale(), batch.corrections(frequencies));
    Matrix userGradient = userTower.backward(softmax.userGradient());
    userIds.backward(userGradient);
    batch.backward(userGradient, videoTower.backward(softmax.videoGradient()), embeddings);
    return loss;
  }

  private void addToMean(Matrix vectors) {
    users += vectors.rows();
    for (int i = 0; i < vectors.rows(); i++) {
      KERNELS.axpy(1, vectors.data(), vectors.offset(i), userSum, 0, userSum.length);
    }
  }

  /**
   * Moves everything against its gradient.
   *
   * @param share of the configured learning rates, in (0, 1]
   */
  void update(double share) {
    userTower.update(share);
    videoTower.update(share);
    double tableRate = config.descent().tableLearningRate() * share;
    embeddings.update(tableRate, config.guards().regularization());
    userIds.update(tableRate);
    temperature.update(softmax.logScaleGradient(), share);
  }

  /** The mean of this epoch's user vectors; shorter than 1 by how much users differ. */
  float[] meanUser() {
    float[] mean = userSum.clone();
    KERNELS.scale(1f / Math.max(1, users), mean, 0, mean.length);
    return mean;
  }

  UserIds userIds() {
    return userIds;
  }

  FrequencyEstimator frequencies() {
    return frequencies;
  }

  Temperature temperature() {
    return temperature;
  }

  TrainingTower userTower() {
    return userTower;
  }

  TrainingTower videoTower() {
    return videoTower;
  }

  SampledSoftmax softmax() {
    return softmax;
  }
}
