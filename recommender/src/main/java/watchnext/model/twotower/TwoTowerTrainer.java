package watchnext.model.twotower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.factory.Nd4j;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Matrix;

/**
 * Trains a {@link TwoTower}: shuffles the examples, takes {@link TwoTowerStep}s over them for some
 * epochs, and exports the weights. The only door to ND4J here: its native library is loaded by the
 * first training, and a program that only serves never loads it.
 *
 * <p>The rest of an epoch that does not fill a batch is left out of it; the next shuffle leaves out
 * others. Same data, settings and generator state: same model, bit by bit, on one machine with one
 * OpenMP thread. <i>Stateless; the generator is confined.</i>
 */
public final class TwoTowerTrainer {

  /**
   * A finished training.
   *
   * @param model what was learnt
   * @param epochLosses mean loss of the steps of each epoch
   * @param examples rows trained on, all epochs together
   * @param seconds wall time, without the loading of native libraries
   * @param stepSeconds the part of it that the steps took; the rest made the tables, which takes as
   *     long as the catalogue is large, and exported the model
   */
  public record Trained(
      TwoTower model, List<Double> epochLosses, long examples, double seconds, double stepSeconds) {

    /** Speed of the steps. */
    public double examplesPerSecond() {
      return stepSeconds > 0 ? examples / stepSeconds : 0;
    }
  }

  private TwoTowerTrainer() {}

  /**
   * Trains on all rows of {@code data}.
   *
   * @param progress is told one sentence an epoch
   */
  public static Trained train(
      TwoTowerData data, TwoTowerConfig config, Consumer<String> progress, RandomGenerator random) {
    if (config.hiddenUnits() > 0) {
      Nd4j.create(1).close();
    }
    long start = System.nanoTime();
    NextWatchExamples examples = data.examples();
    boolean[] seen = seen(examples, data.content().size());
    SharedEmbeddings embeddings =
        new SharedEmbeddings(data.content(), seen, config.dimension(), config.threads(), random);
    int taken = new EpochOrder(examples, config.examplesPerUser()).size();
    int rows = Math.min(config.batchSize(), taken);
    TwoTowerStep step =
        new TwoTowerStep(data, config, embeddings, NegativePool.of(data), rows, random);
    long begun = System.nanoTime();
    List<Double> losses = epochs(step, config, examples, rows, progress, random);
    double stepSeconds = (System.nanoTime() - begun) / 1e9;
    TwoTower model =
        new TwoTower(
            config.history(),
            representations(embeddings, seen),
            step.userTower.export(),
            step.videoTower.export());
    long trained = (long) config.epochs() * (taken / rows) * rows;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Trained(model, List.copyOf(losses), trained, seconds, stepSeconds);
  }

  private static List<Double> epochs(
      TwoTowerStep step,
      TwoTowerConfig config,
      NextWatchExamples examples,
      int rows,
      Consumer<String> progress,
      RandomGenerator random) {
    EpochOrder epochOrder = new EpochOrder(examples, config.examplesPerUser());
    // The first batches need frequencies too, so the stream is met once before the first step.
    for (int example : epochOrder.next(random)) {
      step.frequencies.observe(examples.video(example));
    }
    int stepsOfEpoch = epochOrder.size() / rows;
    double allSteps = (double) stepsOfEpoch * config.epochs();
    int done = 0;
    List<Double> losses = new ArrayList<>();
    for (int epoch = 1; epoch <= config.epochs(); epoch++) {
      int[] order = epochOrder.next(random);
      double sum = 0;
      for (int s = 0; s < stepsOfEpoch; s++) {
        for (int i = s * rows; i < (s + 1) * rows; i++) {
          step.frequencies.observe(examples.video(order[i]));
        }
        sum += step.backward(order, s * rows, random);
        step.update(1 - done++ / allSteps);
      }
      losses.add(sum / stepsOfEpoch);
      progress.accept(
          "two-tower: epoch %d of %d, loss %.4f"
              .formatted(epoch, config.epochs(), sum / stepsOfEpoch));
    }
    return losses;
  }

  /** Videos that are the positive of a row or in a history. */
  private static boolean[] seen(NextWatchExamples examples, int videos) {
    boolean[] seen = new boolean[videos];
    for (int i = 0; i < examples.size(); i++) {
      seen[examples.video(i)] = true;
      for (int j = examples.historyStart(i); j < examples.historyEnd(i); j++) {
        seen[examples.historyVideo(j)] = true;
      }
    }
    return seen;
  }

  private static VideoRepresentations representations(SharedEmbeddings embeddings, boolean[] seen) {
    Matrix known = new Matrix(seen.length, embeddings.dimension());
    int[] met = new int[seen.length];
    for (int video = 0; video < seen.length; video++) {
      embeddings.represent(video, known.data(), known.offset(video));
      met[video] = seen[video] ? 1 : 0;
    }
    EmbeddingTable tokens = embeddings.tokens();
    Matrix copy = new Matrix(tokens.rows(), known.columns(), tokens.weights().clone());
    return new VideoRepresentations(known, copy, met);
  }
}
