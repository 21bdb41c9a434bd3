package watchnext.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import watchnext.task.Asked;

/**
 * Do the rows that the rankers learn from look like those they will be asked about? A network is
 * trained to tell the two apart; its AUC on requests of other users is 0.5 when it cannot (the
 * classifier two-sample test: Lopez-Paz and Oquab, ICLR 2017 [lopezpaz2017]).
 *
 * <p>Served rows are a sample of all candidates at the first event of a user's day, in the rankers'
 * part of train, whether anything good came of it or not. <i>Confined: one rebuild.</i>
 */
final class RowsAlike {

  static final int REQUESTS = 400;
  private static final int ROWS_A_REQUEST = 50;
  private static final int PASSES = 3;

  private final RetrievalStage retrieval;
  private final RowEncoder encoder;
  private final RandomGenerator random;
  private final List<float[][]> served = new ArrayList<>();

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
    served.add(copies);
  }

  /** AUC of telling {@code train} from what was served; NaN when one of the two is too small. */
  double auc(RankerRows train, long seed) {
    if (train.groups() < 4 || served.size() < 4) {
      return Double.NaN;
    }
    RankerRowsBuilder learnt = new RankerRowsBuilder(encoder.featureNames());
    RankerRowsBuilder judged = new RankerRowsBuilder(encoder.featureNames());
    int groups = Math.min(REQUESTS, train.groups());
    for (int i = 0; i < groups; i++) {
      int group = (int) ((long) i * train.groups() / groups);
      RankerRowsBuilder half = i % 2 == 0 ? learnt : judged;
      for (int k = 0; k < Math.min(ROWS_A_REQUEST, train.end(group) - train.start(group)); k++) {
        int row = train.start(group) + random.nextInt(train.end(group) - train.start(group));
        half.add(train.features().row(row), Float.NaN, 1, Float.NaN);
      }
      half.endGroup();
    }
    for (int i = 0; i < served.size(); i++) {
      RankerRowsBuilder half = i % 2 == 0 ? learnt : judged;
      for (float[] row : served.get(i)) {
        half.add(row, Float.NaN, 0, Float.NaN);
      }
      half.endGroup();
    }
    return auc(learnt.build(), judged.build(), seed);
  }

  private static double auc(RankerRows learnt, RankerRows judged, long seed) {
    NeuralConfig config = NeuralConfig.DEFAULT.withEpochs(PASSES).withSeed(seed);
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
