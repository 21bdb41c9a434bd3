package watchnext.model.ranker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.math.Matrix;
import watchnext.require.Require;

/**
 * Trains a {@link MultiTaskNetwork} on what users did with the videos they were shown. Runs once
 * per rebuild.
 *
 * <p>Method: features are standardised by the training rows; batches of rows in an order drawn anew
 * for each pass; Adam on the log loss of all known labels. After each pass the weights are exported
 * and order the validation rows by the code that will serve them; training stops when their nDCG@10
 * has not risen for a while, and the best weights are kept. An action without a single known label
 * in training is not learnt: its prediction is 0.5 for every row.
 *
 * <p>Reference: Kingma and Ba, Adam, ICLR 2015 [kingma2015]. The same rows and settings give the
 * same bytes, on one machine and with one thread of arithmetic. <i>Confined: one run, one
 * thread.</i>
 */
public final class MultiTaskTrainer {

  /** A trained model and what happened on the way. <i>Immutable.</i> */
  public record Trained(MultiTaskNetwork model, NeuralReport report) {}

  private static final int CUTOFF = 10;

  private final RankerRows train;
  private final Optional<RankerRows> validation;
  private final double[] values;
  private final NeuralConfig config;
  private final double[] baseRates;
  private final Standardizer standardizer;
  private final NativeNetwork network;
  private final BatchFeed feed;

  private MultiTaskTrainer(
      RankerRows train, Optional<RankerRows> validation, double[] values, NeuralConfig config) {
    SplittableRandom random = new SplittableRandom(config.seed());
    this.train = train;
    this.validation = validation;
    this.values = values.clone();
    this.config = config;
    this.baseRates = baseRates(train);
    this.standardizer = Standardizer.fit(train);
    this.network = new NativeNetwork(train.width(), config, logits(baseRates), random.split());
    this.feed = new BatchFeed(train, standardizer, config.batchSize(), random.split());
  }

  /**
   * Trains on {@code train}.
   *
   * @param validation later rows of the same features, for early stopping and calibration
   * @param values what each {@link Action} is worth, in their order: validation rows are ordered by
   *     the sum of value × probability
   * @param progress told about every pass
   * @throws IllegalArgumentException when no label is known, or the features differ
   */
  public static Trained train(
      RankerRows train,
      Optional<RankerRows> validation,
      double[] values,
      NeuralConfig config,
      Consumer<String> progress) {
    validation.ifPresent(rows -> rows.requireFeatures(train.featureNames()));
    Require.that(
        values.length == Action.COUNT,
        "there must be one value an action, %s, were %s",
        Action.COUNT,
        values.length);
    return new MultiTaskTrainer(train, validation, values, config).run(progress);
  }

  private Trained run(Consumer<String> progress) {
    List<NeuralReport.Epoch> epochs = new ArrayList<>();
    MultiTaskNetwork best = exported();
    int kept = 0;
    for (int epoch = 0; epoch < config.epochs() && epoch - kept <= config.patience(); epoch++) {
      double trainLoss = feed.pass(network::step);
      MultiTaskNetwork model = exported();
      double quality = validation.map(rows -> quality(model, rows)).orElse(Double.NaN);
      epochs.add(new NeuralReport.Epoch(trainLoss, quality));
      // Without validation the quality is NaN, no comparison holds, and the last weights are kept.
      if (epoch == 0 || !(quality <= epochs.get(kept).validationNdcg())) {
        best = model;
        kept = epoch;
      }
      progress.accept(describe(epoch, epochs.get(epoch)));
    }
    return new Trained(best, new NeuralReport(epochs, kept, calibration(best)));
  }

  /** nDCG of the order by value, as the page orders; NaN when the rows want nothing. */
  private double quality(MultiTaskNetwork model, RankerRows rows) {
    float[] probabilities = new float[rows.size() * Action.COUNT];
    model.predict(rows.features(), rows.size(), probabilities);
    float[] scores = new float[rows.size()];
    for (int row = 0; row < scores.length; row++) {
      double sum = 0;
      for (int a = 0; a < Action.COUNT; a++) {
        sum += values[a] * probabilities[row * Action.COUNT + a];
      }
      scores[row] = (float) sum;
    }
    return RankingQuality.ndcg(rows, scores, CUTOFF);
  }

  private List<NeuralReport.Calibration> calibration(MultiTaskNetwork model) {
    return validation.map(rows -> new LabelLoss(model, rows).calibration()).orElse(List.of());
  }

  private String describe(int epoch, NeuralReport.Epoch figures) {
    String text =
        String.format(
            Locale.ROOT,
            "pass %d of at most %d, loss %.4f",
            epoch + 1,
            config.epochs(),
            figures.trainLoss());
    return validation.isEmpty()
        ? text
        : text
            + String.format(
                Locale.ROOT, ", validation nDCG@%d %.4f", CUTOFF, figures.validationNdcg());
  }

  /** The network as it stands, ready to serve. */
  private MultiTaskNetwork exported() {
    List<DenseLayer> layers = new ArrayList<>(network.export());
    DenseLayer last = layers.remove(layers.size() - 1);
    Matrix weights = new Matrix(last.inputs(), last.outputs(), last.weights().data().clone());
    float[] bias = last.bias().clone();
    for (int a = 0; a < Action.COUNT; a++) {
      if (Double.isNaN(baseRates[a])) {
        // First weights that were never trained are noise: the action must not rank by them.
        bias[a] = 0;
        for (int i = 0; i < weights.rows(); i++) {
          weights.set(i, a, 0);
        }
      }
    }
    layers.add(new DenseLayer(weights, bias));
    return new MultiTaskNetwork(train.featureNames(), standardizer, layers);
  }

  /** Share of 1 among the known labels of each action, NaN where none is known. */
  private static double[] baseRates(RankerRows rows) {
    double[] rates = new double[Action.COUNT];
    int labels = 0;
    for (Action action : Action.values()) {
      double sum = 0;
      int known = 0;
      for (int row = 0; row < rows.size(); row++) {
        float label = rows.label(row, action);
        if (!Float.isNaN(label)) {
          sum += label;
          known++;
        }
      }
      rates[action.column()] = sum / known;
      labels += known;
    }
    Require.that(
        labels != 0, "training rows must have a known label, had none in %s rows", rows.size());
    return rates;
  }

  private static float[] logits(double[] rates) {
    float[] result = new float[rates.length];
    for (int a = 0; a < rates.length; a++) {
      double rate = Double.isNaN(rates[a]) ? 0.5 : Math.min(0.999, Math.max(0.001, rates[a]));
      result[a] = (float) Math.log(rate / (1 - rate));
    }
    return result;
  }
}
