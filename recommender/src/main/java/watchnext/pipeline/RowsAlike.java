package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import watchnext.evaluation.RequestInstant;
import watchnext.feature.FeatureState;
import watchnext.math.Matrix;
import watchnext.measure.LabelMetrics;
import watchnext.model.ranker.Action;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.MultiTaskTrainer;
import watchnext.model.ranker.NeuralConfig;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;
import watchnext.settings.Settings;
import watchnext.task.Asked;

/**
 * Do the rows that the rankers learn from look like those they will be asked about? A network is
 * trained to tell the two apart on the rows of one half of the users. Its AUC on those of the other
 * half is 0.5 when it cannot (the classifier two-sample test: Lopez-Paz and Oquab, ICLR 2017
 * [lopezpaz2017]). Halves of requests would not do: who stands in both could be learnt by heart.
 *
 * <p>Served rows are a sample of all candidates at the first event of a user's day, in the rankers'
 * part of train, whether anything good came of it or not. <i>Confined: one rebuild.</i>
 */
final class RowsAlike {

  static final int REQUESTS = 400;
  private static final int ROWS_A_REQUEST = 50;
  private static final int LEAST_ROWS = 100;
  private static final int PASSES = 3;

  private final RetrievalStage retrieval;
  private final RowEncoder encoder;
  private final RandomGenerator random;
  private final List<Served> served = new ArrayList<>();

  private record Served(int user, float[][] rows) {}

  RowsAlike(RetrievalStage retrieval, RowEncoder encoder, RandomGenerator random) {
    this.retrieval = retrieval;
    this.encoder = encoder;
    this.random = random;
  }

  /** Takes in a request that serving could have met. */
  void serve(RequestInstant request, FeatureState state) {
    Asked asked = Asked.of(request.user(), request.context(), state);
    int[] videos = retrieval.candidates(asked).videos();
    int kept = Math.min(ROWS_A_REQUEST, videos.length);
    for (int i = 0; i < kept; i++) {
      int other = i + random.nextInt(videos.length - i);
      int video = videos[other];
      videos[other] = videos[i];
      videos[i] = video;
    }
    Matrix rows = encoder.encode(asked, videos, kept);
    float[][] copies = new float[kept][];
    for (int i = 0; i < kept; i++) {
      copies[i] = rows.row(i);
    }
    served.add(new Served(request.user(), copies));
  }

  /**
   * AUC of telling {@code train} from what was served; NaN when there are too few to tell.
   *
   * @param userOf user of each group of {@code train}
   */
  double auc(RankerRows train, IntUnaryOperator userOf, long seed) {
    RankerRowsBuilder learnt = new RankerRowsBuilder(encoder.featureNames());
    RankerRowsBuilder judged = new RankerRowsBuilder(encoder.featureNames());
    int groups = Math.min(REQUESTS, train.groups());
    for (int i = 0; i < groups; i++) {
      int group = (int) ((long) i * train.groups() / groups);
      RankerRowsBuilder half = userOf.applyAsInt(group) % 2 == 0 ? learnt : judged;
      int size = train.end(group) - train.start(group);
      for (int k = 0; k < Math.min(ROWS_A_REQUEST, size); k++) {
        int row = train.start(group) + random.nextInt(size);
        half.add(train.features().row(row), Float.NaN, 1, Float.NaN);
      }
    }
    for (Served request : served) {
      RankerRowsBuilder half = request.user() % 2 == 0 ? learnt : judged;
      for (float[] row : request.rows()) {
        half.add(row, Float.NaN, 0, Float.NaN);
      }
    }
    return learnt.size() < LEAST_ROWS || judged.size() < LEAST_ROWS
        ? Double.NaN
        : auc(learnt.build(), judged.build(), seed);
  }

  private static double auc(RankerRows learnt, RankerRows judged, long seed) {
    NeuralConfig config = Settings.with(NeuralConfig.defaults(seed), "epochs=" + PASSES);
    MultiTaskNetwork network =
        MultiTaskTrainer.train(learnt, Optional.empty(), new double[] {0, 1, 0}, config, line -> {})
            .model();
    float[] probabilities = new float[judged.size() * Action.COUNT];
    network.predict(judged.features(), judged.size(), probabilities);
    boolean[] isTraining = new boolean[judged.size()];
    float[] scores = new float[judged.size()];
    for (int row = 0; row < scores.length; row++) {
      isTraining[row] = judged.isGood(row);
      scores[row] = probabilities[row * Action.COUNT + Action.LONG_WATCH.column()];
    }
    return LabelMetrics.auc(isTraining, scores);
  }
}
